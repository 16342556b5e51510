using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Explains the sides of the outputs by numbers that the search finds, such as a count of objects: rows and columns are each a number
/// times a factor plus a difference, or always the same.
/// </summary>
/// <param name="task">The task.</param>
internal sealed class FrameSides(LearnerTask task)
{
    private const int MaxFactor = 10;
    private const int CallCost = 15;

    private readonly Side rows = new([.. task.Outputs.Select(output => output.Rows)]);
    private readonly Side cols = new([.. task.Outputs.Select(output => output.Cols)]);

    /// <summary>Takes a number into account; the frame if both sides are explained now, else null.</summary>
    public Frame? Learn(Term number)
    {
        int[] values = [.. number.Values.Select(value => value.Int)];
        var isNew = rows.Explain(number, values) | cols.Explain(number, values);
        if (!isNew || rows.Values is not { } heights || cols.Values is not { } widths)
            return null;
        var canvas = Call.Of("canvas", rows.Expression!, cols.Expression!, new ColorLiteral(0, default));
        return new([.. heights.Zip(widths)], new(canvas, rows.Cost + cols.Cost + CallCost));
    }

    /// <summary>One side of the outputs on the demonstrations, and what explains it.</summary>
    private sealed class Side(int[] lengths)
    {
        /// <summary>The lengths on all inputs; null while nothing explains them.</summary>
        public int[]? Values { get; private set; }

        /// <summary>The expression of the length.</summary>
        public Expr? Expression { get; private set; }

        /// <summary>The cost of the expression.</summary>
        public int Cost { get; private set; }

        /// <summary>Whether the number is the first that explains the side.</summary>
        public bool Explain(Term number, int[] values)
        {
            if (Values is not null || Line(values) is not var (factor, difference))
                return false;
            var sides = Array.ConvertAll(values, value => factor * value + difference);
            if (!sides.All(side => side is >= 1 and <= Grid.MaxTaskSide) || !sides.AsSpan(0, lengths.Length).SequenceEqual(lengths))
                return false;
            var isConstant = factor == 0;
            var (expr, cost) = isConstant ? (Number(difference), CallCost) : (number.Expression, number.Cost);
            if (factor > 1)
                (expr, cost) = (Call.Of("mul", expr, Number(factor)), cost + CallCost + OutputEvidence.CostOf(factor));
            if (!isConstant && difference != 0)
                (expr, cost) = (Call.Of("add", expr, Number(difference)), cost + CallCost + OutputEvidence.CostOf(difference));
            (Values, Expression, Cost) = (sides, expr, cost);
            return true;
        }

        /// <summary>The factor and the difference that make the lengths of the values; null if no small factor does.</summary>
        private (int Factor, int Difference)? Line(int[] values)
        {
            var other = Array.FindIndex(lengths, length => length != lengths[0]);
            if (other < 0)
                return (0, lengths[0]);
            var (run, rise) = (values[other] - values[0], lengths[other] - lengths[0]);
            if (run == 0 || rise % run != 0)
                return null;
            var factor = rise / run;
            return factor is >= 1 and <= MaxFactor ? (factor, lengths[0] - factor * values[0]) : null;
        }

        private static Expr Number(int value) => new IntLiteral(value, default);
    }
}
