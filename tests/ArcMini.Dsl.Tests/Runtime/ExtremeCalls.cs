using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests.Runtime;

/// <summary>Calls of primitives with extreme arguments: 1 x 1 and 120 x 120 cells, empty and full lists, numbers at their limits.</summary>
internal static class ExtremeCalls
{
    private static readonly DslType[] Letters = [DslType.Grid, DslType.Int, new ListOf(DslType.Int)];

    /// <summary>Calls in which one argument after the other takes each of its values, the others their first.</summary>
    public static IEnumerable<string> Of(Primitive primitive) => Letters.SelectMany(letter =>
    {
        var values = ValuesOf(primitive, letter);
        return Enumerable.Range(0, values.Length).SelectMany(varied => values[varied].Select(value =>
            Text(primitive, [.. values.Select((all, i) => i == varied ? value : all[0])])));
    }).Distinct();

    /// <summary>Calls in which every argument takes each of its values, and all of them together.</summary>
    public static IEnumerable<string> AllOf(Primitive primitive) => Letters.SelectMany(letter =>
        ValuesOf(primitive, letter)
            .Aggregate(
                (IEnumerable<string[]>)[[]],
                (calls, values) => calls.SelectMany(call => values.Select(value => (string[])[.. call, value])))
            .Select(arguments => Text(primitive, arguments))).Distinct();

    private static string[][] ValuesOf(Primitive primitive, DslType letter) =>
        [.. primitive.Signature.Parameters.Select(parameter => Values(Bind(parameter.Type, letter)).ToArray())];

    private static string Text(Primitive primitive, string[] arguments) => primitive.Operator is { } sign
        ? $"({arguments[0]}) {sign.Sign} ({arguments[1]})"
        : $"{primitive.Name}({string.Join(", ", arguments)})";

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
            "canvas(120, 120, blue) |> paint(input)", "input |> backdrop(maroon)", "canvas(120, 120, red) |> ink",
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
        "List<Int>" => ["range(1000)", "range(0)", "range(1000) |> map(n => -999999)", "[3]", "range(1000) |> map(n => n * 919)"],
        "List<Color>" => ["input |> colors", "range(1000) |> map(n => red)", "take([red], 0)", "[red, blue]"],
        "List<Point>" => ["input |> points", "[(1000, 1000), (-1000, 0)]", "take([up], 0)"],
        "List<List<Grid>>" => ["[input |> rows, input |> cols]", "range(1000) |> map(n => [input])", "take([[input]], 0)"],
        "List<List<Int>>" => ["range(1000) |> map(n => range(1000))", "[range(3)]", "range(1000) |> map(i => [i, -31 * i])"],
        "List<List<List<Int>>>" => ["[range(30) |> map(i => [i, -31 * i])]"],
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

    /// <summary>A grid of cells of the first colours at random, the same at every call.</summary>
    public static Grid Noise(int rows, int cols, int colors)
    {
        var random = new Random(rows + cols + colors);
        return Budget.Load(rows, cols, [.. Enumerable.Range(0, rows * cols).Select(_ => (byte)random.Next(colors))]);
    }
}
