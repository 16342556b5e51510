namespace ArcMini.Search.Terms;

/// <summary>A growing set of fingerprints (open addressing, linear probing).</summary>
internal sealed class FingerprintSet
{
    private Fingerprint[] slots = new Fingerprint[1 << 12];
    private int count;

    /// <summary>Whether a fingerprint is in the set.</summary>
    public bool Contains(Fingerprint fingerprint) => slots[SlotOf(slots, fingerprint)] == fingerprint;

    /// <summary>Adds a fingerprint; false if it is in the set already.</summary>
    public bool Add(Fingerprint fingerprint)
    {
        if (count * 2 >= slots.Length)
            Grow();
        ref var slot = ref slots[SlotOf(slots, fingerprint)];
        if (slot == fingerprint)
            return false;
        slot = fingerprint;
        count++;
        return true;
    }

    private void Grow()
    {
        var larger = new Fingerprint[slots.Length * 2];
        foreach (var fingerprint in slots)
            if (fingerprint != default)
                larger[SlotOf(larger, fingerprint)] = fingerprint;
        slots = larger;
    }

    /// <summary>The slot of a fingerprint: the one that holds it, or the first free one where it would be put.</summary>
    private static int SlotOf(Fingerprint[] slots, Fingerprint fingerprint)
    {
        var at = (int)fingerprint.A & (slots.Length - 1);
        while (slots[at] is var held && held != fingerprint && held != default)
            at = (at + 1) & (slots.Length - 1);
        return at;
    }
}
