using ArcMini.Dsl.Primitives;

namespace ArcMini.Dsl.Compilation;

/// <summary>A place that expects a type, for an error sentence.</summary>
/// <param name="Name">The place in words, or the name of a parameter.</param>
/// <param name="Of">The primitive whose parameter it is; null for a place in words.</param>
/// <param name="OfResult">Whether the place is the result of the function that stands there.</param>
internal readonly record struct TypedPlace(string Name, Primitive? Of = null, bool OfResult = false)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(OfResult ? "the result of " : "")}{(Of is null ? Name : $"'{Name}' of {Of.Name}")}";
}
