using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests.Runtime;

/// <summary>On large inputs and extreme arguments, every primitive gives a value, fails with one sentence or hits a limit.</summary>
public class BudgetTests
{
    private static readonly Limits Limits = new(100_000, 1_000_000);

    private static readonly Grid[] Inputs = [Noise(30, 30, 10), Noise(100, 100, 3), Noise(60, 9, 1), Noise(1, 1, 1)];

    public static TheoryData<string> Names => [.. PrimitiveTable.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Keeps_to_its_budget(string name)
    {
        var before = Array.ConvertAll(Inputs, input => input.Cells.ToArray());
        foreach (var (call, first) in Calls(PrimitiveTable.Find(name)!).Distinct().Select((call, i) => (call, i == 0)))
        {
            var program = CheckedProgram.CompileAny(call);
            foreach (var input in first ? Inputs : Inputs[..1])
            {
                var outcome = program.Execute(input, Limits);
                if (outcome.Fault is null)
                {
                    AssertSound(outcome.Result, program.Result.Type);
                    Assert.InRange(outcome.Steps, 0, Limits.Steps);
                }
                else
                {
                    Assert.Matches("^[^\n]+$", outcome.Fault);
                }
                if (first)
                    AssertSame(outcome, program.Execute(input, Limits), call);
            }
        }
        Assert.Equal(before, Array.ConvertAll(Inputs, input => input.Cells.ToArray()));
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
        var read = Noise(5, 5, 3);
        _ = read.Backdrop;
        foreach (var source in new[]
        {
            "input |> map_cells(p => red) |> backdrop(blue) |> flip_x",
            "input |> complete_symmetry(red) |> fill(grey)",
            "input |> map_cells(p => red) |> fill(grey)",
        })
        {
            var program = CheckedProgram.Compile(source);
            var output = program.Execute(Noise(5, 5, 3), Limits).Output;
            Assert.NotNull(output);
            Assert.Equal(output, program.Execute(read, Limits).Output);
        }
    }

    /// <summary>Calls in which one argument after the other takes each of its values, the others their first.</summary>
    private static IEnumerable<string> Calls(Primitive primitive)
    {
        foreach (var letter in new[] { DslType.Grid, DslType.Int })
        {
            var values = primitive.Signature.Parameters.Select(parameter => Values(Bind(parameter.Type, letter)).ToArray()).ToArray();
            for (var varied = 0; varied < values.Length; varied++)
                foreach (var value in values[varied])
                {
                    var arguments = values.Select((all, i) => i == varied ? value : all[0]).ToArray();
                    yield return primitive.Operator is { } sign
                        ? $"({arguments[0]}) {sign.Sign} ({arguments[1]})"
                        : $"{primitive.Name}({string.Join(", ", arguments)})";
                }
        }
    }

    private static DslType Bind(DslType type, DslType letter) => type switch
    {
        TypeVariable => letter,
        ListOf list => new ListOf(Bind(list.Item, letter)),
        FunctionOf function => new FunctionOf(
            [.. function.Parameters.Select(parameter => Bind(parameter, letter))], Bind(function.Result, letter)),
        _ => type,
    };

    private static IEnumerable<string> Values(DslType type) => $"{type}" switch
    {
        "Grid" =>
        [
            "input", "input |> ink", "\"1\"", "\"...\"", "input |> move((1000, -1000))", "canvas(1, 120, red)",
            "canvas(120, 120, blue) |> paint(input)", "input |> backdrop(maroon)",
        ],
        "Int" => ["2", "0", "1", "-1", "7", "0 + 999999", "0 - 999999"],
        "Bool" => ["true", "false"],
        "Color" => ["red", "black", "maroon"],
        "Point" => ["(1, 1)", "(0, 0)", "(0, -1)", "(1000, -1000)", "(-1000, 3)", "(7, 0)"],
        "List<Grid>" =>
        [
            "input |> objects", "[input, input]", "input |> pixels", "take([input], 0)", "input |> rows",
            "[\"1\" |> move((500, 500)), input]",
        ],
        "List<Int>" => ["range(1000)", "range(0)", "range(1000) |> map(n => -999999)", "[3]"],
        "List<Color>" => ["input |> colors", "range(1000) |> map(n => red)", "take([red], 0)", "[red, blue]"],
        "List<Point>" => ["input |> points", "[(1000, 1000), (-1000, 0)]", "take([up], 0)"],
        "List<List<Grid>>" => ["[input |> rows, input |> cols]", "range(1000) |> map(n => [input])", "take([[input]], 0)"],
        "List<List<Int>>" => ["range(1000) |> map(n => range(1000))", "[range(3)]"],
        _ when type is FunctionOf function => Functions(function),
        _ => throw new NotSupportedException($"no values of {type}: add some"),
    };

    private static IEnumerable<string> Functions(FunctionOf function)
    {
        var names = function.Parameters.Count == 1 ? "x" : "(x, y)";
        if (function.Parameters[0] == function.Result)
            yield return $"{names} => x";
        if (function.Parameters[^1] == DslType.Grid && function.Result == DslType.Int)
            yield return $"{names} => size({(function.Parameters.Count == 1 ? "x" : "y")})";
        foreach (var value in Values(function.Result).Take(3))
            yield return $"{names} => {value}";
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

    private static Grid Noise(int rows, int cols, int colors)
    {
        var random = new Random(rows + cols + colors);
        return Budget.Load(rows, cols, [.. Enumerable.Range(0, rows * cols).Select(_ => (byte)random.Next(colors))]);
    }
}
