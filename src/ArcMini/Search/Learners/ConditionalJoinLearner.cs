using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where one value makes some of the outputs and another the rest, joins both by a truth value that tells the demonstrations of the one from those of the
/// other: <c>if input |> symmetric_x then input |> top_half else input |> left_half</c>. What the two have in common is written once.
/// </summary>
internal sealed class ConditionalJoinLearner(Grid[] outputs)
{
    private const int IfCost = 35;

    /// <summary>How many demonstrations it takes: of two, each may be anything.</summary>
    private const int LeastPairs = 3;

    private readonly ulong all = outputs.Length is >= LeastPairs and < 64 ? (1UL << outputs.Length) - 1 : 0;
    private readonly CappedLookup<ulong, Term> conditions = new();
    private readonly CappedLookup<ulong, Term> makers = new();

    /// <summary>The programs that a new entry makes possible, a truth value or a grid that is right on some demonstrations, with their costs.</summary>
    public IEnumerable<(Expr Expression, int Cost)> Of(Term entry)
    {
        if (entry.Type == SearchType.Bool && Where(i => entry.Values[i].Bool) is var holds && Add(conditions, holds, entry))
            return Makers(holds).SelectMany(then => Makers(all & ~holds).Select(otherwise => Join(entry, then, otherwise)));
        if (entry.Type == SearchType.Grid && Where(i => entry.IsOutput(i, outputs[i])) is var right && Add(makers, right, entry))
            return conditions.All.SelectMany(known => known.Value.SelectMany(condition => Joined(condition, known.Key, entry, right)));
        return [];
    }

    private IEnumerable<(Expr Expression, int Cost)> Joined(Term condition, ulong holds, Term maker, ulong right) =>
        (holds & ~right) == 0 ? Makers(all & ~holds).Select(otherwise => Join(condition, maker, otherwise))
        : (all & ~holds & ~right) == 0 ? Makers(holds).Select(then => Join(condition, then, maker))
        : [];

    /// <summary>The demonstrations for which something holds, a bit each; none where no cases are told.</summary>
    private ulong Where(Func<int, bool> holds)
    {
        var where = 0UL;
        for (var i = 0; i < outputs.Length && all != 0; i++)
            where |= holds(i) ? 1UL << i : 0;
        return where;
    }

    /// <summary>The values that make at least the outputs of some demonstrations.</summary>
    private IEnumerable<Term> Makers(ulong of) => makers.All.Where(known => (of & ~known.Key) == 0).SelectMany(known => known.Value);

    private bool Add(CappedLookup<ulong, Term> known, ulong where, Term entry) => where != 0 && where != all && known.Add(where, entry);

    /// <summary>One value where a condition holds and another where it does not, with the choice as far inside as they are made in the same way.</summary>
    private static (Expr Expression, int Cost) Join(Term condition, Term then, Term otherwise)
    {
        if (then.Production is { Application: Application.Plain } move && otherwise.Production == move)
        {
            var (some, others) = (then.Candidate.Arguments(), otherwise.Candidate.Arguments());
            var different = Enumerable.Range(0, some.Length).Where(i => some[i] != others[i]).ToArray();
            if (different is [var place] && !some[place].Type.IsFunction())
            {
                var (chosen, cost) = Join(condition, some[place], others[place]);
                return (Call.Of(move.Primitive.Name, [.. some.Select((argument, i) => i == place ? chosen : argument.Expression)]), then.Cost - some[place].Cost + cost);
            }
        }
        return (new If(condition.Expression, then.Expression, otherwise.Expression, default), condition.Cost + then.Cost + otherwise.Cost + IfCost);
    }
}
