using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>The size of the output on every input, and an expression of a grid of that size if one is known.</summary>
/// <param name="Sizes">Rows and columns: those of the demonstration outputs, then those expected on the tests.</param>
/// <param name="Base">A grid of that size with its cost; null where none is known.</param>
internal sealed record Frame((int Rows, int Cols)[] Sizes, FoundExpression? Base)
{
    private const int InputCost = 3;
    private const int CanvasCost = 60;

    /// <summary>
    /// The frame that the sizes alone tell: the outputs are as large as the inputs, all as large as each other, or larger or smaller
    /// than the inputs by a constant factor or difference. Null where the sizes tell nothing.
    /// </summary>
    /// <param name="inputs">The inputs of the demonstrations, then those of the tests.</param>
    /// <param name="outputs">The outputs of the demonstrations.</param>
    public static Frame? OfSizes(Grid[] inputs, Grid[] outputs)
    {
        var known = outputs.Select(output => (output.Rows, output.Cols)).ToArray();
        if (outputs.Select((output, i) => output.IsSizeOf(inputs[i])).All(isSame => isSame))
            return new([.. inputs.Select(input => (input.Rows, input.Cols))], new(new Name("input", default), InputCost));
        if (outputs.All(output => output.IsSizeOf(outputs[0])))
        {
            var canvas = Call.Of("canvas", Number(outputs[0].Rows), Number(outputs[0].Cols), new ColorLiteral(0, default));
            return new([.. inputs.Select(_ => (outputs[0].Rows, outputs[0].Cols))], new(canvas, CanvasCost));
        }
        var rows = Sides([.. inputs.Select(input => input.Rows)], [.. outputs.Select(output => output.Rows)]);
        var cols = Sides([.. inputs.Select(input => input.Cols)], [.. outputs.Select(output => output.Cols)]);
        return rows is null || cols is null ? null : new([.. known, .. rows.Zip(cols).Skip(known.Length)], null);
    }

    /// <summary>
    /// The frame that a term tells whose grids have the size of the outputs on all demonstrations; null if they have not.
    /// </summary>
    public static Frame? OfTerm(Term term, Grid[] outputs)
    {
        for (var i = 0; i < outputs.Length; i++)
            if (!term.Values[i].Grid.IsSizeOf(outputs[i]))
                return null;
        var isMoved = term.Values.Any(value => value.Grid.Row != 0 || value.Grid.Col != 0);
        return new(
            [.. term.Values.Select(value => (value.Grid.Rows, value.Grid.Cols))],
            new(isMoved ? AtOrigin(term.Expression) : term.Expression, term.Cost));
    }

    /// <summary>The expression of a grid, moved so that its top left cell lies at row 0, column 0.</summary>
    public static Expr AtOrigin(Expr grid) => Call.Of("move_to", grid, new PointLiteral(default, default));

    private static IntLiteral Number(int value) => new(value, default);

    /// <summary>The sides of all outputs from those of the inputs, by one factor, divisor or difference; null where none fits.</summary>
    private static int[]? Sides(int[] inputs, int[] outputs)
    {
        Func<int, int?>[] rules =
        [
            side => side * outputs[0] % inputs[0] == 0 ? side * outputs[0] / inputs[0] : null,
            side => side + outputs[0] - inputs[0],
        ];
        foreach (var rule in rules)
            if (outputs.Select((side, i) => rule(inputs[i]) == side).All(isRight => isRight))
            {
                var sides = inputs.Select(side => rule(side) ?? 0).ToArray();
                if (sides.All(side => side is >= 1 and <= Grid.MaxTaskSide))
                    return sides;
            }
        return null;
    }
}
