using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposing;

/// <summary>
/// A task seen turned, mirrored and in other colours. A program found for the view is rewritten into one for the task itself.
/// </summary>
/// <param name="Turn">One of the eight rigid motions, by its place in <see cref="Turns"/>.</param>
/// <param name="Colors">The colour that each of the ten colours is seen as; a permutation.</param>
internal sealed record View(int Turn, EquatableList<byte> Colors)
{
    private static readonly (string? There, string? Back)[] Motions =
    [
        (null, null), ("flip_x", "flip_x"), ("flip_y", "flip_y"), ("rot180", "rot180"), ("transpose", "transpose"), ("antitranspose", "antitranspose"), ("rot90", "rot270"), ("rot270", "rot90"),
    ];

    /// <summary>The task as it is.</summary>
    public static View Plain { get; } = new(0, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

    /// <summary>How many rigid motions there are.</summary>
    public static int Turns => Motions.Length;

    /// <summary>A grid as it is seen.</summary>
    public Grid Of(Grid grid)
    {
        var swaps = Turn >= 4;
        var (rows, cols) = swaps ? (grid.Cols, grid.Rows) : (grid.Rows, grid.Cols);
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
                cells[r * cols + c] = Seen(grid[row, col]);
            }
        return Budget.Load(rows, cols, cells, Seen(grid.Backdrop));
    }

    /// <summary>A task as it is seen.</summary>
    public ArcTask Of(ArcTask task) => new(
        task.Id,
        [.. task.Pairs.Select(pair => new Pair(Of(pair.Input), Of(pair.Output)))],
        [.. task.Tests.Select(test => new TestInput(Of(test.Input), test.Output is { } output ? Of(output) : null))]);

    /// <summary>The program for the task itself that does what a program found for the view does there.</summary>
    public ArcProgram Undo(ArcProgram program)
    {
        var (there, back) = Motions[Turn];
        var name = Enumerable.Range(0, int.MaxValue).Select(i => i == 0 ? "view" : $"view{i}").First(candidate => !Uses(program, candidate));
        var seen = program.Rewrite(expr => expr switch
        {
            Name { Text: "input" } input => input with { Text = there is null ? "input" : name },
            ColorLiteral color => color with { Value = Actual(color.Value) },
            GridLiteral grid => grid with { Value = Budget.Load(grid.Value.Rows, grid.Value.Cols, [.. grid.Value.Cells.ToArray().Select(Actual)]) },
            _ => expr,
        });
        return there is null
            ? seen
            : seen with { Bindings = [new(name, new Call(there, [new Name("input", default)], default), [], default), .. seen.Bindings], Result = new Call(back!, [seen.Result], default) };
    }

    private static bool Uses(ArcProgram program, string name) =>
        program.Bindings.Any(binding => binding.Name == name)
        || program.All().Any(expr => expr is Name { Text: var text } ? text == name : expr is Lambda lambda && lambda.Parameters.Contains(name));

    private byte Seen(byte cell) => cell < Color.Count ? Colors[cell] : cell;

    private byte Actual(byte seen)
    {
        for (byte color = 0; color < Color.Count; color++)
            if (Colors[color] == seen)
                return color;
        return seen;
    }
}
