using ArcMini.Dsl.Syntax;

namespace ArcMini.Dsl.Types;

/// <summary>A type of the language.</summary>
public abstract record DslType
{
    /// <summary>A grid, part of a grid or object.</summary>
    public static DslType Grid { get; } = new GroundType("Grid");

    /// <summary>A whole number.</summary>
    public static DslType Int { get; } = new GroundType("Int");

    /// <summary>A truth value.</summary>
    public static DslType Bool { get; } = new GroundType("Bool");

    /// <summary>One of the ten colours.</summary>
    public static DslType Color { get; } = new GroundType("Color");

    /// <summary>A place or a step.</summary>
    public static DslType Point { get; } = new GroundType("Point");

    /// <summary>A list of grids, the most frequent list.</summary>
    public static DslType Grids { get; } = new ListOf(Grid);

    /// <summary>The types that are not built of others.</summary>
    public static IReadOnlyList<DslType> Grounds { get; } = [Grid, Int, Bool, Color, Point];
}

/// <summary>A type that is not built of others.</summary>
public sealed record GroundType(string Name) : DslType
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A list of items of one type.</summary>
public sealed record ListOf(DslType Item) : DslType
{
    /// <inheritdoc/>
    public override string ToString() => $"List<{Item}>";
}

/// <summary>A function of one or two parameters.</summary>
public sealed record FunctionOf(EquatableList<DslType> Parameters, DslType Result) : DslType
{
    /// <inheritdoc/>
    public override string ToString() =>
        Parameters.Count == 1 ? $"({Parameters[0]} -> {Result})" : $"(({string.Join(", ", Parameters)}) -> {Result})";
}

/// <summary>A type that the use decides.</summary>
/// <param name="Name">A letter in a signature.</param>
/// <param name="Use">Which use of the signature it stands for, 0 in the signature itself.</param>
public sealed record TypeVariable(string Name, int Use = 0) : DslType
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
