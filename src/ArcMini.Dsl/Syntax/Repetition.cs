using Sprache;

namespace ArcMini.Dsl.Syntax;

/// <summary>
/// Repetition that reads everything once. Sprache's own XMany reads a failed part a second time to find the place of the failure.
/// With nested parsers that takes time exponential in the depth.
/// </summary>
internal static class Repetition
{
    /// <summary>A parser, applied as often as it succeeds. If it fails after it has read something, the whole fails.</summary>
    public static Parser<IReadOnlyList<T>> Repeated<T>(this Parser<T> parser) => input =>
    {
        var items = new List<T>();
        while (true)
        {
            var next = parser(input);
            if (!next.WasSuccessful)
                return next.Remainder.Equals(input)
                    ? Result.Success<IReadOnlyList<T>>(items, input)
                    : Result.Failure<IReadOnlyList<T>>(next.Remainder, next.Message, next.Expectations);
            items.Add(next.Value);
            input = next.Remainder;
        }
    };

    /// <summary>A parser, applied any number of times, with commas between.</summary>
    public static Parser<IReadOnlyList<T>> Listed<T>(this Parser<T> parser) =>
        from first in parser.XOptional()
        from rest in first.IsDefined ? Lexis.Sign(",").Then(_ => parser).Repeated() : Parse.Return<IReadOnlyList<T>>([])
        select first.IsDefined ? (IReadOnlyList<T>)[first.Get(), .. rest] : [];
}
