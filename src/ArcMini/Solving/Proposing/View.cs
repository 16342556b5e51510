using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposing;

/// <summary>
/// A way to look at a task: turned or mirrored, and in other colours. A program that is found for the view is rewritten into a program
/// for the task itself.
/// </summary>
/// <param name="Turn">One of the eight rigid motions, from 0 to <see cref="Turns"/> - 1.</param>
/// <param name="Colors">The colour that each of the ten colours becomes in the view; a permutation.</param>
internal sealed record View(int Turn, EquatableList<byte> Colors) : ITaskView
{
    /// <summary>The motions from which on rows and columns are swapped.</summary>
    private const int FirstTransposed = 4;

    /// <summary>The primitive that makes the view, and the one that undoes it.</summary>
    private static readonly (string? There, string? Back)[] Motions =
    [
        (null, null), ("flip_x", "flip_x"), ("flip_y", "flip_y"), ("rot180", "rot180"),
        ("transpose", "transpose"), ("antitranspose", "antitranspose"), ("rot90", "rot270"), ("rot270", "rot90"),
    ];

    /// <summary>The task as it is.</summary>
    public static View Plain { get; } = new(0, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

    /// <summary>Left and right swapped.</summary>
    public static View FlippedX { get; } = Plain with { Turn = 1 };

    /// <summary>Top and bottom swapped.</summary>
    public static View FlippedY { get; } = Plain with { Turn = 2 };

    /// <summary>Rows and columns swapped.</summary>
    public static View Transposed { get; } = Plain with { Turn = FirstTransposed };

    /// <summary>The number of rigid motions.</summary>
    public static int Turns => Motions.Length;

    /// <summary>A grid in this view.</summary>
    public Grid Of(Grid grid)
    {
        var (rows, cols) = Turn >= FirstTransposed ? (grid.Cols, grid.Rows) : (grid.Rows, grid.Cols);
        var cells = new byte[grid.Area];
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < cols; c++)
            {
                var (row, col) = Motions[Turn].There switch
                {
                    "flip_x" => (r, cols - 1 - c),
                    "flip_y" => (rows - 1 - r, c),
                    "rot180" => (rows - 1 - r, cols - 1 - c),
                    "transpose" => (c, r),
                    "antitranspose" => (cols - 1 - c, rows - 1 - r),
                    "rot90" => (cols - 1 - c, r),
                    "rot270" => (c, rows - 1 - r),
                    _ => (r, c),
                };
                cells[r * cols + c] = ToView(grid[row, col]);
            }
        return Budget.Load(rows, cols, cells, ToView(grid.Backdrop));
    }

    /// <inheritdoc/>
    public ArcTask Of(ArcTask task) => new(
        task.Id,
        [.. task.Pairs.Select(pair => new Pair(Of(pair.Input), Of(pair.Output)))],
        [.. task.Tests.Select(test => new TestInput(Of(test.Input), test.Output is { } output ? Of(output) : null))]);

    /// <inheritdoc/>
    public ArcProgram Undo(ArcProgram program)
    {
        var (there, back) = Motions[Turn];
        var name = UnusedName(program);
        var rewritten = program.Rewrite(expr => expr switch
        {
            Name { Text: "input" } input => input with { Text = there is null ? "input" : name },
            ColorLiteral color => color with { Value = FromView(color.Value) },
            GridLiteral { Value: var grid } literal => literal with { Value = FromView(grid) },
            _ => expr,
        });
        if (there is null)
            return rewritten;
        var view = new Binding(name, new Call(there, [new Name("input", default)], default), [], default);
        return rewritten with { Bindings = [view, .. rewritten.Bindings], Result = new Call(back!, [rewritten.Result], default) };
    }

    /// <summary>The name <c>view</c>, with a number behind it if a program uses it already.</summary>
    internal static string UnusedName(ArcProgram program) =>
        Enumerable.Range(0, int.MaxValue).Select(i => i == 0 ? "view" : $"view{i}").First(name => !Uses(program, name));

    private static bool Uses(ArcProgram program, string name) =>
        program.Bindings.Any(binding => binding.Name == name) || program.All().Any(expr =>
            expr is Name { Text: var text } ? text == name : expr is Lambda lambda && lambda.Parameters.Contains(name));

    private byte ToView(byte cell) => cell < Color.Count ? Colors[cell] : cell;

    private byte FromView(byte cell)
    {
        for (byte color = 0; color < Color.Count; color++)
            if (Colors[color] == cell)
                return color;
        return cell;
    }

    private Grid FromView(Grid grid) => Budget.Load(grid.Rows, grid.Cols, [.. grid.Cells.ToArray().Select(FromView)]);
}
