using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ArcMini.Dsl.Values;

/// <summary>
/// What is left of a run's <see cref="Limits"/>. Every grid and every list of a run is created here, and is charged before it is
/// created. A budget belongs to one run on one thread.
/// </summary>
public sealed class Budget
{
    private static readonly Permit Permit = Permit.ForBudget();
    private Limits limits;
    private long steps;
    private long cells;
    private CancellationToken cancel;

    /// <summary>A budget of which nothing is used.</summary>
    public Budget(Limits limits, CancellationToken cancel = default) => Reset(limits, cancel);

    /// <summary>The number of steps used so far.</summary>
    public long Steps => limits.Steps - steps;

    /// <summary>The number of cells and list items created so far.</summary>
    public long Cells => limits.Cells - cells;

    /// <summary>Starts again with full limits.</summary>
    public void Reset(Limits limits, CancellationToken cancel = default)
    {
        Debug.Assert(limits is { Steps: >= 0, Cells: >= 0 }, "limits are not negative");
        this.limits = limits;
        this.cancel = cancel;
        (steps, cells) = (limits.Steps, limits.Cells);
    }

    /// <summary>Uses <paramref name="n"/> steps.</summary>
    /// <exception cref="LimitHit">Fewer steps are left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Charge(long n)
    {
        Debug.Assert(n >= 0, "a charge never gives steps back");
        if ((steps -= n) < 0)
            Refuse();
    }

    [DoesNotReturn]
    private void Refuse()
    {
        steps = 0;
        throw new LimitHit($"the step limit of {limits.Steps:N0} was reached");
    }

    /// <summary>
    /// A new grid, rows x columns, whose cells are all 0. The caller may still write them through <see cref="Grid.WritableCells"/>.
    /// </summary>
    /// <exception cref="LimitHit">A side is below 1 or above <see cref="Grid.MaxSide"/>, or too few steps or cells are left.</exception>
    internal Grid NewGrid(int rows, int cols, int row = 0, int col = 0, byte backdrop = Grid.Unknown)
    {
        if (SizeFault(rows, cols) is { } fault)
            throw new LimitHit(fault);
        ChargeCells(rows * cols);
        return new Grid(Permit, rows, cols, Point.Clamp(row), Point.Clamp(col), backdrop, new byte[rows * cols]);
    }

    /// <summary>Why a grid cannot have so many rows and columns; null if it can.</summary>
    internal static string? SizeFault(int rows, int cols) => rows is >= 1 and <= Grid.MaxSide && cols is >= 1 and <= Grid.MaxSide ? null
        : $"a grid of {rows} x {cols} cells is outside 1 x 1 to {Grid.MaxSide} x {Grid.MaxSide}";

    /// <summary>A grid with the same cells and another origin.</summary>
    internal Grid Move(Grid grid, int row, int col)
    {
        Charge(1);
        return grid.With(Permit, Point.Clamp(row), Point.Clamp(col), grid.Backdrop);
    }

    /// <summary>A grid with the same cells and another backdrop.</summary>
    internal Grid On(Grid grid, byte backdrop)
    {
        Charge(1);
        return grid.With(Permit, grid.Row, grid.Col, backdrop);
    }

    /// <summary>A list of the given values. The list owns the array from now on.</summary>
    /// <exception cref="LimitHit">Too few steps or cells are left.</exception>
    internal Items NewList(Value[] values)
    {
        ChargeCells(values.Length + 1);
        return new Items(Permit, values);
    }

    /// <summary>A list of values that were items of other lists. The list owns the array from now on. No budget is charged.</summary>
    public static Items ListOf(Value[] values) => new(Permit, values);

    /// <summary>
    /// A grid from outside the language, such as a task's grid or a literal: rows x columns cells in row-major order. No budget is
    /// charged. Its backdrop is transparent if one of the cells is; else the given colour; else the most frequent colour.
    /// </summary>
    /// <exception cref="ArgumentException">The number of cells is not rows times columns, or a cell is above 10.</exception>
    public static Grid Load(int rows, int cols, ReadOnlySpan<byte> cells, byte? backdrop = null)
    {
        if (rows < 1 || cols < 1 || cells.Length != rows * cols || cells.ContainsAnyExceptInRange((byte)0, Grid.Transparent))
            throw new ArgumentException($"{cells.Length} cells do not make a grid of {rows} x {cols}");
        var chosen = cells.Contains(Grid.Transparent) ? Grid.Transparent : backdrop ?? Grid.Unknown;
        return new Grid(Permit, rows, cols, 0, 0, chosen, cells.ToArray());
    }

    private void ChargeCells(int n)
    {
        Charge(n);
        if ((cells -= n) < 0)
        {
            cells = 0;
            throw new LimitHit($"the limit of {limits.Cells:N0} cells was reached");
        }
        cancel.ThrowIfCancellationRequested();
    }
}
