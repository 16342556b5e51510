using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Learners;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Judging;

/// <summary>A proposed program after it was run on the whole task.</summary>
/// <param name="Proposal">What was proposed.</param>
/// <param name="Runs">Whether it gives a grid for every demonstration input.</param>
/// <param name="PairsRight">Demonstration pairs that it reproduces exactly.</param>
/// <param name="Verified">Whether it reproduces all of them.</param>
/// <param name="Answers">What it gives for each test input, null where that is no answer (a fault, transparent cells, a side over 30).</param>
/// <param name="Penalty">What tells against its answers, in nats, although it reproduces all pairs: see <see cref="Invariants"/> and <see cref="EquivarianceCheck"/>; a law where it has cases.</param>
/// <param name="Evidence">What the outputs tell of a program that reproduces them, in nats: see <see cref="OutputEvidence"/>.</param>
/// <param name="Steps">Interpreter steps over all runs.</param>
internal sealed record Candidate(Proposal Proposal, bool Runs, int PairsRight, bool Verified, IReadOnlyList<Grid?> Answers, double Penalty, double Evidence, long Steps)
{
    private const int MaxSide = 30;

    /// <summary>Natural log of the probability of the program and of its answers being right, which doubt lowers.</summary>
    public double LogProbability => Proposal.LogProbability - Penalty;

    /// <summary>Whether it is verified, little tells against its answers, and the outputs tell more than it takes to write it: else one as long may well make them by chance.</summary>
    public bool IsTrusted => Verified && Penalty < Invariants.HardInvariant && -LogProbability < Evidence;

    /// <summary>Runs a program on the demonstrations and, where it reproduces any, on the tests.</summary>
    public static Candidate Of(Proposal proposal, ArcTask task, CancellationToken cancel)
    {
        var (runs, right, steps) = (true, 0, 0L);
        foreach (var pair in task.Pairs)
        {
            var output = Run(pair.Input);
            runs &= output is not null;
            right += pair.Output.Equals(output) ? 1 : 0;
        }
        var answers = new Grid?[task.Tests.Count];
        if (right > 0)
            for (var i = 0; i < answers.Length; i++)
                answers[i] = Run(task.Tests[i].Input) is { Rows: <= MaxSide, Cols: <= MaxSide } grid && !grid.Cells.Contains(Grid.Transparent) ? grid : null;
        var verified = right == task.Pairs.Count;
        if (!verified)
            return new(proposal, runs, right, verified, answers, 0, 0, steps);
        var doubt = new Invariants(task.Pairs).Penalty(task.Tests, answers) + EquivarianceCheck.Penalty(Run, task, answers) + (HasCases(proposal.Program.Source) ? Invariants.HardInvariant : 0);
        return new(proposal, runs, right, verified, answers, doubt, OutputEvidence.Of([.. task.Pairs.Select(pair => pair.Output)]), steps);

        Grid? Run(Grid input)
        {
            var outcome = proposal.Program.Execute(input, Limits.Default, cancel);
            steps += outcome.Steps;
            return outcome.Output;
        }
    }

    /// <summary>Whether a program decides by its whole input what to do, so that the pairs tell less about each case: it has an <c>if</c> outside of all functions.</summary>
    private static bool HasCases(ArcProgram program)
    {
        return program.Bindings.Any(binding => Chooses(binding.Value)) || Chooses(program.Result);

        static bool Chooses(Expr expr) => expr is If || (expr is not Lambda && expr.Children.Any(Chooses));
    }
}
