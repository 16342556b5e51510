using Sprache;

namespace ArcMini.Dsl.Syntax;

/// <summary>
/// Repetition that reads everything once. Sprache's own XMany reads what has failed a second time, to find out where it failed:
/// with nested rules that takes time exponential in the depth.
/// </summary>
internal static class Repetition
{
    /// <summary>A rule as often as it fits; a failure of the rule after it has read something is a failure of the whole.</summary>
    public static Parser<IReadOnlyList<T>> Repeated<T>(this Parser<T> rule) => input =>
    {
        var items = new List<T>();
        while (true)
        {
            var next = rule(input);
            if (!next.WasSuccessful)
                return next.Remainder.Equals(input)
                    ? Result.Success<IReadOnlyList<T>>(items, input)
                    : Result.Failure<IReadOnlyList<T>>(next.Remainder, next.Message, next.Expectations);
            items.Add(next.Value);
            input = next.Remainder;
        }
    };

    /// <summary>None, one or more of a rule with commas between.</summary>
    public static Parser<IReadOnlyList<T>> Listed<T>(this Parser<T> rule) =>
        from first in rule.XOptional()
        from rest in first.IsDefined ? Lexis.Sign(",").Then(_ => rule).Repeated() : Parse.Return<IReadOnlyList<T>>([])
        select first.IsDefined ? (IReadOnlyList<T>)[first.Get(), .. rest] : [];
}
