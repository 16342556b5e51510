using System.Diagnostics;
using System.Runtime.CompilerServices;
using ArcMini.Commands;
using ArcMini.Commands.Records;
using ArcMini.Dsl.Compilation;
using ArcMini.Model;
using ArcMini.Solving;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposers;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

/// <summary>How the solver divides its time among the proposers, and what it makes of the programs that they offer.</summary>
public class SolverTests
{
    /// <summary>So long that the time which a test itself takes does not show in the shares.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromDays(100_000);

    private static readonly ArcTask Mirrored = Make.Task("120/000", ("12/34", "21/43"), ("560/078", "065/870"));

    private static readonly ArcTask Cropped = Make.Task("1100/0001/2200", ("1100/0001/0000", "11"), ("3000/0022/0000", "22"));

    [Fact]
    public void Each_proposer_gets_four_tenths_of_the_time_and_the_last_gets_all() =>
        Assert.Equal([0.4, 0.4, 1], Shares(new(), new(), new()));

    [Fact]
    public void A_single_proposer_gets_all_the_time() => Assert.Equal([1], Shares(new Fake()));

    [Fact]
    public void A_trusted_program_leaves_a_tenth_of_the_whole_time_to_the_others() =>
        Assert.Equal([0.4, 0.04, 0.1], Shares(new("input |> flip_x"), new(), new()));

    [Theory]
    [InlineData(-5, 0.1)]
    [InlineData(-15, 1)]
    public void After_a_first_look_only_a_sure_program_leaves_less_time(double logProbability, double expected)
    {
        var (look, next) = (new Fake("input |> flip_x") { IsFirstLook = true, LogProbability = logProbability }, new Fake());
        Solve(Long, Mirrored, look, next);
        Assert.Equal((true, expected), (Assert.Single(look.Offered).IsTrusted, Share(next)));
    }

    [Fact]
    public void A_first_look_works_beside_the_next_proposer_and_neither_sees_what_the_other_offers()
    {
        var look = new Fake("input |> rot180") { IsFirstLook = true, Spends = TimeSpan.FromMilliseconds(20) };
        var (next, last) = (new Fake("input |> flip_y"), new Fake());
        new Solver([look, next, last], new(Long, 3, 5, 7, 11)).Solve(Mirrored, default);
        Assert.Equal([(1, 0.4), (2, 0.4), (3, 1)], new[] { look, next, last }.Select(fake => (fake.Budgets[0].Threads, Share(fake))));
        Assert.Empty(next.Tried);
        Assert.Equal(["input |> rot180", "input |> flip_y"], last.Tried);
    }

    [Fact]
    public void A_sure_program_of_a_first_look_ends_the_work_beside_it()
    {
        var look = new Fake("input |> flip_x") { IsFirstLook = true };
        var next = new Fake { Spends = TimeSpan.FromMinutes(5) };
        new Solver([look, next], new(TimeSpan.FromSeconds(2), 2, 5, 7, 11)).Solve(Mirrored, default);
        Assert.True(next.WasStopped);
    }

    [Fact]
    public void A_program_that_is_wrong_leaves_the_time_as_it_is() =>
        Assert.Equal([0.4, 1], Shares(new("input |> flip_y"), new()));

    [Fact]
    public void A_verified_program_that_is_not_trusted_answers_and_leaves_the_time_as_it_is()
    {
        var (first, second) = (new Fake("input |> objects |> largest |> crop"), new Fake());
        var result = Solve(Long, Cropped, first, second);
        Assert.Equal([(true, false)], first.Offered.Select(candidate => (candidate.Verified, candidate.IsTrusted)));
        Assert.Equal(1, Share(second));
        Assert.Equal("11", $"{Assert.Single(result.Attempts[0])}");
        var record = SolveRecord.Parse(SolveRecord.Of(result, 0, null).ToJson());
        Assert.Equal((true, false), (record!.Verified, record.Trusted));
    }

    [Fact]
    public void The_share_is_one_of_the_time_that_is_left()
    {
        var (first, second) = (new Fake { Spends = TimeSpan.FromMilliseconds(100) }, new Fake());
        Solve(TimeSpan.FromMinutes(1), Mirrored, first, second, new Fake());
        Assert.InRange(Assert.Single(second.Budgets).Time, TimeSpan.Zero, TimeSpan.FromMilliseconds(0.4 * (60_000 - 100)));
    }

    [Fact]
    public void A_program_found_late_does_not_extend_the_time()
    {
        var (first, second) = (new Fake("input |> flip_x") { Spends = TimeSpan.FromMilliseconds(190) }, new Fake());
        Solve(TimeSpan.FromMilliseconds(200), Mirrored, first, second);
        Assert.All(second.Budgets, budget => Assert.InRange(budget.Time, TimeSpan.Zero, TimeSpan.FromMilliseconds(10)));
    }

    [Fact]
    public void Nobody_is_asked_once_the_time_is_up()
    {
        var (first, second) = (new Fake("input |> flip_x") { Spends = TimeSpan.FromMilliseconds(20) }, new Fake());
        var result = Solve(TimeSpan.FromMilliseconds(10), Mirrored, first, second);
        Assert.Empty(second.Budgets);
        Assert.Single(result.Proposers);
        Assert.NotNull(result.Best);
    }

    [Fact]
    public void All_but_the_time_is_passed_on_as_it_is()
    {
        var proposer = new Fake();
        new Solver([proposer], new(Long, 3, 5, 7, 11)).Solve(Mirrored, default);
        Assert.Equal((3, 5, 7, 11UL), Assert.Single(proposer.Budgets) is var budget
            ? (budget.Threads, budget.Predictions, budget.MaxCandidates, budget.Seed)
            : default);
    }

    [Fact]
    public void A_program_counts_for_the_first_who_offers_it()
    {
        var first = new Fake("input |> flip_x", "input |> rot180", "flip_x(input)");
        var second = new Fake("input |> flip_x", "input |> flip_x |> flip_x |> flip_x");
        var result = Solve(Long, Mirrored, first, second);
        Assert.Equal([(2, 1), (1, 1)], result.Proposers.Select(report => (report.Offered, report.Verified)));
        Assert.Equal((3, 2), (result.Candidates, result.Verified));
        Assert.Same(first.Offered[0], first.Offered[2]);
        Assert.Same(first.Offered[0], second.Offered[0]);
        Assert.Equal(result.Steps, first.Offered[0].Steps + first.Offered[1].Steps + second.Offered[1].Steps);
    }

    [Fact]
    public void A_proposer_sees_what_was_tried_before_it()
    {
        var (first, second) = (new Fake("input |> flip_y"), new Fake());
        Solve(Long, Mirrored, first, second);
        Assert.Empty(first.Tried);
        Assert.Equal(["input |> flip_y"], second.Tried);
    }

    [Fact]
    public void Cancellation_ends_it()
    {
        using var cancel = new CancellationTokenSource();
        var (first, second) = (new Fake { Cancels = cancel }, new Fake());
        Assert.Throws<OperationCanceledException>(() => new Solver([first, second], new(Long, 1, 0, 1, 0)).Solve(Mirrored, cancel.Token));
        Assert.Empty(second.Budgets);
    }

    [Fact]
    public void Without_a_verified_program_guesses_fill_the_submission()
    {
        const string Wide = "if width(input) > 2 then input |> flip_y else \"21/43\"";
        var result = Solve(Long, Mirrored, new Fake("input |> flip_y", "\"21/43\"", Wide));
        Assert.Null(result.Best);
        Assert.Equal(["000/120", "21/43"], result.Guesses.Select(guess => $"{guess.Answers[0]}"));
        Assert.Equal([new Attempts(Make.Grid("000/120"), Make.Grid("21/43"))], result.Submission);
        Assert.All(result.Attempts, Assert.Empty);
    }

    [Fact]
    public void Where_nothing_is_right_the_submission_holds_the_input()
    {
        var result = Solve(Long, Mirrored, new Fake("input |> flip_y"));
        Assert.Null(result.BestGuess);
        Assert.Equal([new Attempts(Make.Grid("120/000"), Make.Grid("120/000"))], result.Submission);
    }

    [Fact]
    public void A_guess_is_the_second_attempt_where_a_verified_program_is_not_trusted()
    {
        var result = Solve(Long, Mirrored, new Fake("\"21/43\"", OnTheTest("\"1\"")));
        Assert.False(result.Best!.IsTrusted);
        Assert.Equal([new Attempts(Make.Grid("1"), Make.Grid("21/43"))], result.Submission);
        Assert.Equal((1, (bool?)null), (result.Attempts[0].Count, result.SolvedBySubmission));
    }

    [Fact]
    public void A_guess_is_the_second_attempt_where_a_trusted_program_is_alone()
    {
        var result = Solve(Long, Mirrored, new Fake("\"21/43\"", "input |> flip_x"));
        Assert.True(result.Best!.IsTrusted);
        Assert.Equal([new Attempts(Make.Grid("021/000"), Make.Grid("21/43"))], result.Submission);
        Assert.Single(result.Attempts[0]);
    }

    [Fact]
    public void The_attempts_are_two_different_answers_of_verified_programs()
    {
        var result = Solve(Long, Mirrored, new Fake(
            "input |> flip_y", "input |> flip_x", OnTheTest("input |> flip_x"), OnTheTest("\"1\""), OnTheTest("\"2\"")));
        Assert.Equal(4, result.Verified);
        Assert.Equal(["021/000", "1"], result.Attempts[0].Select(answer => $"{answer}"));
    }

    [Fact]
    public void The_attempts_at_a_test_differ_where_programs_agree_on_it_and_not_on_another()
    {
        var task = Mirrored with { Tests = [new(Make.Grid("12"), null), new(Make.Grid("120/000"), null)] };
        var result = Solve(Long, task, new Fake("input |> flip_x", OnTheTest("\"1\"")));
        Assert.Equal(2, result.Verified);
        Assert.Equal(["21", "021/000 1"], result.Attempts.Select(answers => string.Join(' ', answers)));
    }

    [Theory]
    [InlineData("021/000", true, true, 1)]
    [InlineData("1", true, false, 1)]
    [InlineData("2", false, false, 0)]
    [InlineData(null, null, null, 0)]
    public void A_task_is_solved_where_an_attempt_is_its_output(string? output, bool? isSolved, bool? isSolvedFirst, int outputs)
    {
        var task = Mirrored with { Tests = [new(Make.Grid("120/000"), output is null ? null : Make.Grid(output))] };
        var result = Solve(Long, task, new Fake("input |> flip_x", OnTheTest("\"1\"")));
        Assert.Equal((isSolved, isSolvedFirst, outputs), (result.Solved, result.SolvedFirst, result.OutputsSolved));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_memory_runs_out_the_record_says_so_and_the_next_proposer_is_asked(bool onOtherThreads)
    {
        var (first, second) = (
            new Fake("input |> flip_y") { Works = onOtherThreads ? () => Parallel.Invoke(TakeAllMemory, TakeAllMemory) : TakeAllMemory },
            new Fake("input |> flip_x"));
        var record = SolveRecord.Parse(SolveRecord.Of(Solve(Long, Mirrored, first, second), 0, null).ToJson());
        Assert.Equal(("out of memory", true, 2), (record!.Fault, record.Trusted, record.Candidates));
    }

    [Fact]
    public void A_fault_of_arcmini_itself_ends_one_proposer_and_is_reported_with_its_task()
    {
        var broken = new Fake("input |> flip_y") { Works = () => throw new InvalidOperationException("Nothing there.") };
        var result = Solve(Long, Mirrored, broken, new Fake("input |> flip_x"));
        Assert.Equal(("InvalidOperationException: Nothing there.", true, 2), (result.Fault, result.Best!.IsTrusted, result.Candidates));
        var (sentence, code) = FailureReport.Of(TaskBugException.Of(result)!, "solve");
        Assert.Equal(70, code);
        Assert.StartsWith("task made: a fault of arcmini itself (InvalidOperationException: Nothing there);", sentence);
        Assert.Null(TaskBugException.Of(Solve(Long, Mirrored, new Fake("input |> flip_x"))));
    }

    [Fact]
    public void A_fault_of_the_model_ends_the_work() => Assert.Throws<ModelException>(() =>
        Solve(Long, Mirrored, new Fake { Works = () => throw new ModelException("no model") }));

    /// <summary>Asks for 8 TB, which no machine has.</summary>
    private static void TakeAllMemory() => GC.KeepAlive(new Page[Array.MaxLength]);

    /// <summary>A program that is right on the pairs of <see cref="Mirrored"/> and gives another answer for its test.</summary>
    private static string OnTheTest(string answer) =>
        $"if width(input) == 3 and not(input |> has_color(cyan)) then {answer} else input |> flip_x";

    private static IEnumerable<double> Shares(params Fake[] proposers)
    {
        Solve(Long, Mirrored, proposers);
        return proposers.Select(Share);
    }

    private static double Share(Fake proposer) => Math.Round(Assert.Single(proposer.Budgets).Time / Long, 6);

    private static SolveResult Solve(TimeSpan time, ArcTask task, params Fake[] proposers) =>
        new Solver(proposers, new(time, 1, 0, 1, 0)).Solve(task, default);

    [InlineArray(4096)]
    private struct Page
    {
        private byte first;
    }

    /// <summary>Records what it is given, spends some time and then offers its programs.</summary>
    private sealed class Fake(params string[] programs) : IProposer
    {
        public string Name => "fake";

        public bool IsFirstLook { get; init; }

        public double LogProbability { get; init; } = -2;

        public TimeSpan Spends { get; init; }

        public CancellationTokenSource? Cancels { get; init; }

        public Action Works { get; init; } = () => { };

        public bool WasStopped { get; private set; }

        public List<SolveBudget> Budgets { get; } = [];

        public List<string> Tried { get; } = [];

        public List<Candidate> Offered { get; } = [];

        public ProposerDetails Propose(ArcTask task, Offers offers, SolveBudget budget, CancellationToken cancel)
        {
            Budgets.Add(budget);
            Tried.AddRange(offers.Candidates.Select(candidate => $"{candidate.Proposal.Program.Source}"));
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < Spends && !cancel.IsCancellationRequested;)
                Thread.Sleep(1);
            WasStopped = cancel.IsCancellationRequested;
            foreach (var program in programs)
                Offered.Add(offers.Offer(new(CheckedProgram.Compile(program), Name, LogProbability)));
            Cancels?.Cancel();
            Works();
            return default;
        }
    }
}
