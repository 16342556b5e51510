namespace ArcMini.Dsl.Values;

/// <summary>The constructors of <see cref="Grid"/> and <see cref="Items"/> require a permit. Only <see cref="Budget"/> has one.</summary>
internal sealed class Permit
{
    private static int given;

    private Permit()
    {
    }

    /// <summary>The only permit. The first caller gets it: the budget asks when its class is initialised.</summary>
    /// <exception cref="InvalidOperationException">The permit was given before.</exception>
    public static Permit ForBudget() =>
        Interlocked.Exchange(ref given, 1) == 0 ? new Permit() : throw new InvalidOperationException("the permit is given once");

    /// <summary>Throws for a null permit.</summary>
    public void Check() => ArgumentNullException.ThrowIfNull(this);
}
