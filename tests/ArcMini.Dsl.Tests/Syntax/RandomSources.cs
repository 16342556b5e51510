using ArcMini.Dsl.Primitives;
using CsCheck;

namespace ArcMini.Dsl.Tests.Syntax;

/// <summary>Random sources. Most parse, few type-check; brackets, pipelines, operators and functions stand wherever they may.</summary>
internal static class RandomSources
{
    private const int Depth = 4;
    private const int MostRepeats = 110;

    private static readonly string[] Leaves =
    [
        "0", "7", "-3", "999999", "red", "black", "true", "false", "up", "(0, 0)", "(1, -2)", "(3, x)", "?", "input", "a", "x", "size",
        "\"1\"", "\"12/.3\"", "f()", "point(2, 3)", "point(x, x)",
    ];

    private static readonly string[] Words = [.. PrimitiveTable.All.Select(row => row.Name).Except(["and", "or"]), "point", "f", "red"];

    private static readonly string[] Operators = ["+", "-", "*", "/", "%", "<", ">", "<=", ">=", "==", "!=", " and ", " or "];

    /// <summary>Expressions in which <c>$</c> stands for another one. Repeated, they reach the limits of nesting.</summary>
    private static readonly string[] Wrappers =
    [
        "$ |> abs", "abs($)", "($)", "[$]", "$ |> add(1) |> mul(2)", "add($, 1)", "1 - ($)", "($) * 2", "f(x => $)", "$ |> mul(o => o)",
        "if true then $ else 1", "(if $ then 1 else 2) |> crop", "map($, o => o)", "$ |> map(o => o |> crop)", "point($, 1)", "-3 - ($)",
        "f(1, $)", "1 |> f($)",
    ];

    /// <summary>Whole programs.</summary>
    public static Gen<string> Programs { get; } = Gen.OneOf(Whole(Expression(Depth)), Whole(Nested()));

    /// <summary>Signs and words of the language in any order. Few of them parse.</summary>
    public static Gen<string> Soup { get; } = OneOf(
        [.. Leaves, .. Operators, "(", ")", "[", "]", ",", "|>", "=>", "let ", "=", "if ", " then ", " else ",
            "#", "\n", " ", "\"", "..", "é",
            "\0"])
        .Select(part => part + " ").Array[0, 60].Select(string.Concat);

    private static Gen<string> Whole(Gen<string> expression) =>
        Gen.Select(OneOf("", "# comment\n", "#\n\n"), expression.Array[0, 2], expression, (comment, values, result) =>
            comment + string.Concat(values.Select((value, i) => $"let {"ab"[i]} = {value}\n")) + result);

    private static Gen<string> Expression(int depth)
    {
        var leaf = OneOf(Leaves);
        if (depth == 0)
            return leaf;
        var inner = Expression(depth - 1);
        var argument = Gen.Frequency(
            (4, inner),
            (1, inner.Select(body => $"x => {body}")),
            (1, inner.Select(body => $"(x, y) => {body}")));
        var word = OneOf(Words);
        var arguments = argument.Array[0, 3].Select(all => string.Join(", ", all));
        return Gen.OneOf(
            leaf,
            Gen.Select(word, arguments, (name, all) => $"{name}({all})"),
            Gen.Select(inner, word, (first, name) => $"{first} |> {name}"),
            Gen.Select(inner, word, arguments, (first, name, all) => $"{first} |> {name}({all})"),
            inner.Select(expr => $"({expr})"),
            Gen.Select(inner, OneOf(Operators), inner, (left, sign, right) => $"{left} {sign} {right}"),
            Gen.Select(inner, inner, (left, right) => $"({left}, {right})"),
            inner.Array[0, 3].Select(items => $"[{string.Join(", ", items)}]"),
            Gen.Select(inner, inner, inner, (condition, then, otherwise) => $"if {condition} then {then} else {otherwise}"));
    }

    private static Gen<string> Nested() =>
        Gen.Select(OneOf(Leaves), OneOf(Wrappers).Array[1, 3], Gen.Int[1, MostRepeats], (leaf, wrappers, times) =>
            Enumerable.Range(0, times).Aggregate(leaf, (expr, i) => wrappers[i % wrappers.Length].Replace("$", expr)));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
