using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Learners;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Judging;

/// <summary>A proposed program after it was run on the whole task.</summary>
/// <param name="Proposal">The program and its proposer.</param>
/// <param name="Runs">Whether the program gives a grid for every demonstration input.</param>
/// <param name="PairsRight">How many demonstration pairs it reproduces exactly.</param>
/// <param name="Verified">Whether it reproduces all demonstration pairs.</param>
/// <param name="Answers">
/// Its answer for each test input. An answer is null where the program fails, or where its grid has transparent cells or a side longer
/// than <see cref="Grid.MaxTaskSide"/>.
/// </param>
/// <param name="Penalty">
/// What speaks against the answers, in nats: broken <see cref="Invariants"/>. For a verified program also a failed
/// <see cref="EquivarianceCheck"/>, and one <see cref="Invariants.HardPenalty"/> if it decides by its whole input.
/// </param>
/// <param name="Evidence">
/// How much the outputs of the pairs say for a program that reproduces them, in nats: see <see cref="OutputEvidence"/>.
/// </param>
/// <param name="Steps">Interpreter steps of all runs.</param>
internal sealed record Candidate(
    Proposal Proposal, bool Runs, int PairsRight, bool Verified, IReadOnlyList<Grid?> Answers, double Penalty, double Evidence, long Steps)
{
    /// <summary>The natural logarithm of the probability that the answers are right: the proposer's, less the penalty.</summary>
    public double LogProbability => Proposal.LogProbability - Penalty;

    /// <summary>
    /// Whether the program is verified, its penalty is small, and the outputs say more than it takes to write the program. Where they
    /// say less, another program of the same length may reproduce the pairs by chance.
    /// </summary>
    public bool IsTrusted => Verified && Penalty < Invariants.HardPenalty && Needed < Evidence;

    /// <summary>
    /// Whether the program is trusted, and the outputs say twice as much as it takes to write it. Of such programs 36 of 38 were right on
    /// 100 training tasks, of other trusted ones 13 of 16.
    /// </summary>
    public bool IsSure => IsTrusted && Needed < Evidence / 2;

    /// <summary>The evidence that it takes to trust the answers, in nats.</summary>
    private double Needed => Proposal.Doubt - LogProbability;

    /// <summary>Runs a program on the demonstration pairs, and on the tests if it reproduces one pair or more.</summary>
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
                answers[i] = Run(task.Tests[i].Input) is { } grid && IsAnswer(grid) ? grid : null;
        var verified = right == task.Pairs.Count;
        if (right == 0)
            return new(proposal, runs, right, verified, answers, 0, 0, steps);
        var broken = new Invariants(task.Pairs).Penalty(task.Tests, answers);
        if (!verified)
            return new(proposal, runs, right, verified, answers, broken, 0, steps);
        var penalty = broken
            + EquivarianceCheck.Penalty(Run, task, answers)
            + (HasTopLevelIf(proposal.Program.Source) ? Invariants.HardPenalty : 0);
        var evidence = OutputEvidence.Of([.. task.Pairs.Select(pair => pair.Output)]);
        return new(proposal, runs, right, verified, answers, penalty, evidence, steps);

        Grid? Run(Grid input)
        {
            cancel.ThrowIfCancellationRequested();
            var outcome = proposal.Program.Execute(input, Limits.Default, cancel);
            steps += outcome.Steps;
            return outcome.Output;
        }
    }

    private static bool IsAnswer(Grid grid) =>
        grid is { Rows: <= Grid.MaxTaskSide, Cols: <= Grid.MaxTaskSide } && !grid.Cells.Contains(Grid.Transparent);

    /// <summary>
    /// Whether a program has an <c>if</c> outside of all functions. Such a program does different things for different inputs, so there
    /// are fewer pairs that confirm each of them.
    /// </summary>
    private static bool HasTopLevelIf(ArcProgram program)
    {
        return program.Bindings.Any(binding => HasIf(binding.Value)) || HasIf(program.Result);

        static bool HasIf(Expr expr) => expr is If || (expr is not Lambda && expr.Children.Any(HasIf));
    }
}
