using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where one term gives some of the outputs and another term the rest, joins them by a condition that tells the two groups of
/// demonstrations apart: <c>if input |> symmetric_x then input |> top_half else input |> left_half</c>. Steps that both have in common
/// are written once.
/// </summary>
internal sealed class ConditionalJoinLearner(LearnerTask task) : ILearner
{
    private const int IfCost = 35;

    /// <summary>With two demonstrations, each would be a case of its own, and any condition could tell them apart.</summary>
    private const int LeastDemonstrations = 3;

    /// <summary>The demonstrations are the bits of a word.</summary>
    private const int MostDemonstrations = 63;

    private readonly Grid[] outputs = task.Outputs;

    /// <summary>A bit for each demonstration; none where there are too few or too many to learn from.</summary>
    private readonly ulong all =
        task.Outputs.Length is >= LeastDemonstrations and <= MostDemonstrations ? (1UL << task.Outputs.Length) - 1 : 0;

    private readonly CappedLookup<ulong, Term> conditions = new();
    private readonly CappedLookup<ulong, Term> solvers = new();

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (all == 0)
            return;
        if (term.Type == SearchType.Bool)
            LearnCondition(term, findings);
        else if (term.Type == SearchType.Grid)
            LearnSolver(term, findings);
    }

    private void LearnCondition(Term condition, IFindings findings)
    {
        var holds = Where(i => condition.Values[i].Bool);
        if (IsSome(holds) && conditions.Add(holds, condition))
            foreach (var then in Solvers(holds))
                foreach (var otherwise in Solvers(all & ~holds))
                    findings.Solve(Join(condition, then, otherwise));
    }

    private void LearnSolver(Term solver, IFindings findings)
    {
        var right = Where(i => solver.IsOutput(i, outputs[i]));
        if (!IsSome(right) || !solvers.Add(right, solver))
            return;
        foreach (var (holds, known) in conditions.All)
            foreach (var condition in known)
                if ((holds & ~right) == 0)
                {
                    foreach (var otherwise in Solvers(all & ~holds))
                        findings.Solve(Join(condition, solver, otherwise));
                }
                else if ((all & ~holds & ~right) == 0)
                {
                    foreach (var then in Solvers(holds))
                        findings.Solve(Join(condition, then, solver));
                }
    }

    /// <summary>A bit for each demonstration on which something holds.</summary>
    private ulong Where(Func<int, bool> holds)
    {
        var where = 0UL;
        for (var i = 0; i < outputs.Length; i++)
            where |= holds(i) ? 1UL << i : 0;
        return where;
    }

    /// <summary>Whether these are some of the demonstrations, neither none nor all.</summary>
    private bool IsSome(ulong demonstrations) => demonstrations != 0 && demonstrations != all;

    /// <summary>The terms that give at least the outputs of some demonstrations.</summary>
    private IEnumerable<Term> Solvers(ulong demonstrations) =>
        solvers.All.Where(known => (demonstrations & ~known.Key) == 0).SelectMany(known => known.Value);

    /// <summary>
    /// One term where a condition holds and another where it does not. Where both are the same production and differ in one argument, only
    /// that argument is chosen.
    /// </summary>
    private static FoundExpression Join(Term condition, Term then, Term otherwise)
    {
        if (then.Production is { Application: Application.Plain } production && otherwise.Production == production)
        {
            var (some, others) = (then.Candidate.Arguments(), otherwise.Candidate.Arguments());
            var different = Enumerable.Range(0, some.Length).Where(i => some[i] != others[i]).ToArray();
            if (different is [var index] && !some[index].Type.IsFunction())
            {
                var inner = Join(condition, some[index], others[index]);
                var arguments = some.Select((argument, i) => i == index ? inner.Expression : argument.Expression);
                return new(Call.Of(production.Primitive.Name, [.. arguments]), then.Cost - some[index].Cost + inner.Cost);
            }
        }
        return new(
            new If(condition.Expression, then.Expression, otherwise.Expression, default),
            condition.Cost + then.Cost + otherwise.Cost + IfCost);
    }
}
