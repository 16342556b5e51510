using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Types;

/// <summary>A type of the language.</summary>
public abstract record DslType
{
    /// <summary>A grid, a part of a grid, or an object.</summary>
    public static DslType Grid { get; } = new GroundType("Grid");

    /// <summary>A whole number.</summary>
    public static DslType Int { get; } = new GroundType("Int");

    /// <summary>A truth value.</summary>
    public static DslType Bool { get; } = new GroundType("Bool");

    /// <summary>One of the ten colours.</summary>
    public static DslType Color { get; } = new GroundType("Color");

    /// <summary>A place or a step.</summary>
    public static DslType Point { get; } = new GroundType("Point");

    /// <summary>A list of grids.</summary>
    public static DslType Grids { get; } = new ListOf(Grid);

    /// <summary>The types that contain no other type.</summary>
    public static IReadOnlyList<DslType> Grounds { get; } = [Grid, Int, Bool, Color, Point];

    /// <summary>The type variables in this type, from left to right, each as often as it occurs.</summary>
    public virtual IEnumerable<TypeVariable> Variables => [];

    /// <summary>This type, with every type variable in it replaced by the result of <paramref name="replace"/>.</summary>
    public virtual DslType Substitute(Func<TypeVariable, DslType> replace) => this;
}

/// <summary>A type that contains no other type.</summary>
public sealed record GroundType(string Name) : DslType
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A list of items of one type.</summary>
public sealed record ListOf(DslType Item) : DslType
{
    /// <inheritdoc/>
    public override IEnumerable<TypeVariable> Variables => Item.Variables;

    /// <inheritdoc/>
    public override DslType Substitute(Func<TypeVariable, DslType> replace) =>
        Item.Substitute(replace) is var item && ReferenceEquals(item, Item) ? this : new ListOf(item);

    /// <inheritdoc/>
    public override string ToString() => $"List<{Item}>";
}

/// <summary>A function of one or two parameters.</summary>
public sealed record FunctionOf(EquatableList<DslType> Parameters, DslType Result) : DslType
{
    /// <inheritdoc/>
    public override IEnumerable<TypeVariable> Variables => Parameters.Append(Result).SelectMany(type => type.Variables);

    /// <inheritdoc/>
    public override DslType Substitute(Func<TypeVariable, DslType> replace) =>
        new FunctionOf(Parameters.Map(type => type.Substitute(replace)), Result.Substitute(replace));

    /// <inheritdoc/>
    public override string ToString() =>
        Parameters.Count == 1 ? $"({Parameters[0]} -> {Result})" : $"(({string.Join(", ", Parameters)}) -> {Result})";
}

/// <summary>A type that is not fixed by a signature: each use of the signature decides it.</summary>
/// <param name="Name">A letter, such as <c>A</c>.</param>
/// <param name="Use">The number of the use; 0 in the signature itself.</param>
public sealed record TypeVariable(string Name, int Use = 0) : DslType
{
    /// <inheritdoc/>
    public override IEnumerable<TypeVariable> Variables => [this];

    /// <inheritdoc/>
    public override DslType Substitute(Func<TypeVariable, DslType> replace) => replace(this);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
