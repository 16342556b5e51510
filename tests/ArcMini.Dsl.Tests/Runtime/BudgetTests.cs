using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests.Runtime;

/// <summary>On large inputs and extreme arguments, every primitive gives a value, fails with one sentence or hits a limit.</summary>
public class BudgetTests
{
    private static readonly Limits Limits = new(100_000, 1_000_000);

    private static readonly Grid[] Inputs =
    [
        ExtremeCalls.Noise(30, 30, 10), ExtremeCalls.Noise(100, 100, 3), ExtremeCalls.Noise(60, 9, 1), ExtremeCalls.Noise(1, 1, 1),
    ];

    public static TheoryData<string> Names => [.. PrimitiveTable.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Keeps_to_its_budget(string name)
    {
        var before = Array.ConvertAll(Inputs, input => input.Cells.ToArray());
        foreach (var (call, first) in ExtremeCalls.Of(PrimitiveTable.Find(name)!).Select((call, i) => (call, i == 0)))
        {
            var program = CheckedProgram.CompileAny(call);
            foreach (var input in first ? Inputs : Inputs[..1])
            {
                var outcome = program.Execute(input, Limits);
                Assert.InRange(outcome.Steps, 0, Limits.Steps);
                if (outcome.Fault is null)
                    AssertSound(outcome.Result, program.Result.Type);
                else
                    Assert.Matches("^[^\n]+$", outcome.Fault);
                if (first)
                    AssertSame(outcome, program.Execute(input, Limits), call);
            }
        }
        Assert.Equal(before, Array.ConvertAll(Inputs, input => input.Cells.ToArray()));
    }

    /// <summary>Work that is more than the arguments and the result are large is charged as it is done.</summary>
    [Theory]
    [InlineData("\"12\" |> restore(canvas(120, 120, red) |> ink)", 1_000)]
    [InlineData("\"1\" |> restore(canvas(120, 120, red) |> border(blue) |> backdrop(black))", 1_000_000)]
    [InlineData("canvas(120, 120, red) |> plot([(119, 119), (0, 119)], blue) |> unit", 50_000)]
    [InlineData("canvas(120, 120, red) |> backdrop(black) |> boxes", 100_000)]
    public void Charges_for_hidden_work(string source, long least) =>
        Assert.InRange(CheckedProgram.CompileAny(source).Execute(Inputs[0], Limits.Default).Steps, least, Limits.Default.Steps);

    [Fact]
    public void Lists_that_a_program_can_write_do_not_share_a_hash()
    {
        var lists = CheckedProgram.CompileAny("range(1000) |> map(i => [i, -31 * i])").Execute(Inputs[0], Limits).Result.List;
        var numbers = CheckedProgram.CompileAny("range(1000) |> map(i => 919 * i)").Execute(Inputs[0], Limits).Result.List;
        Assert.True(lists.Span.ToArray().DistinctBy(list => list.GetHashCode()).Count() > 990);
        Assert.True(numbers.Span.ToArray().DistinctBy(number => number.GetHashCode() % 919).Count() > 300);
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => CheckedProgram.Compile("input |> flip_x").Execute(Inputs[0], Limits, source.Token));
    }

    [Fact]
    public void Results_do_not_depend_on_whether_the_backdrop_was_read_before()
    {
        var read = ExtremeCalls.Noise(5, 5, 3);
        _ = read.Backdrop;
        foreach (var source in new[]
        {
            "input |> map_cells(p => red) |> backdrop(blue) |> flip_x",
            "input |> complete_symmetry(red) |> fill(grey)",
            "input |> map_cells(p => red) |> fill(grey)",
        })
        {
            var program = CheckedProgram.Compile(source);
            var output = program.Execute(ExtremeCalls.Noise(5, 5, 3), Limits).Output;
            Assert.NotNull(output);
            Assert.Equal(output, program.Execute(read, Limits).Output);
        }
    }

    private static void AssertSame(Outcome one, Outcome other, string call)
    {
        Assert.True(one.Fault == other.Fault && one.Steps == other.Steps, $"{call} does not always take the same steps or fail alike");
        if (one.Fault is null)
            Assert.True(one.Result.Equals(other.Result), $"{call} does not always give the same value");
    }

    private static void AssertSound(Value value, DslType type)
    {
        switch ($"{type}")
        {
            case "Grid":
                var grid = value.Grid;
                Assert.InRange(grid.Rows, 1, Grid.MaxSide);
                Assert.InRange(grid.Cols, 1, Grid.MaxSide);
                Assert.Equal(grid.Rows * grid.Cols, grid.Cells.Length);
                Assert.False(grid.Cells.ContainsAnyExceptInRange((byte)0, Grid.Transparent));
                Assert.InRange(grid.Backdrop, 0, Grid.Transparent);
                Assert.True(Point.IsNear(grid.Row, grid.Col));
                break;
            case "Int":
                Assert.InRange(value.Int, -Arithmetic.Largest, Arithmetic.Largest);
                break;
            case "Color":
                Assert.InRange(value.Color, 0, Color.Count - 1);
                break;
            case "Point":
                Assert.True(Point.IsNear(value.Point.Row, value.Point.Col));
                break;
            case "Bool":
                Assert.InRange(value.Int, 0, 1);
                break;
            default:
                foreach (var item in value.List.Span)
                    AssertSound(item, ((ListOf)type).Item);
                break;
        }
    }
}
