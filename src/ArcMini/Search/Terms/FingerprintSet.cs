namespace ArcMini.Search.Terms;

/// <summary>
/// A growing set of fingerprints that one thread adds to while others ask, without locks or an object for each. Who asks may miss what is being added at that moment. A
/// slot that is half written equals what is asked for no more often than two fingerprints collide in 64 bits.
/// </summary>
internal sealed class FingerprintSet
{
    private Fingerprint[] slots = new Fingerprint[1 << 12];
    private int count;

    /// <summary>Whether it is there.</summary>
    public bool Contains(Fingerprint print)
    {
        var all = Volatile.Read(ref slots);
        return all[Place(all, print)] == print;
    }

    /// <summary>Adds a fingerprint; false if it is there already.</summary>
    public bool Add(Fingerprint print)
    {
        if (count * 2 >= slots.Length)
            Grow();
        ref var slot = ref slots[Place(slots, print)];
        if (slot == print)
            return false;
        slot = print;
        count++;
        return true;
    }

    private void Grow()
    {
        var larger = new Fingerprint[slots.Length * 2];
        foreach (var print in slots)
            if (print != default)
                larger[Place(larger, print)] = print;
        Volatile.Write(ref slots, larger);
    }

    /// <summary>The slot of a fingerprint: where it is, or the first free one where it would be.</summary>
    private static int Place(Fingerprint[] slots, Fingerprint print)
    {
        var at = (int)print.A & (slots.Length - 1);
        while (slots[at] is var held && held != print && held != default)
            at = (at + 1) & (slots.Length - 1);
        return at;
    }
}
