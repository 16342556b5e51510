using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ArcMini.Dsl.Runtime;

namespace ArcMini.Dsl.Values;

/// <summary>What one run of a program may use.</summary>
/// <param name="Steps">Evaluations and cells touched.</param>
/// <param name="Cells">Cells and list items made.</param>
public readonly record struct Limits(long Steps, long Cells)
{
    /// <summary>The limits of an ordinary run: two million steps (milliseconds), eight million cells.</summary>
    public static Limits Default { get; } = new(2_000_000, 8_000_000);
}

/// <summary>
/// What is left of a run's limits, and the only door to grids and lists: each is charged before it is made. One budget belongs
/// to one run on one thread.
/// </summary>
public sealed class Budget
{
    private static readonly Permit Permit = Permit.ForBudget();
    private Limits limits;
    private long steps;
    private long cells;
    private CancellationToken cancel;

    /// <summary>A fresh budget.</summary>
    public Budget(Limits limits, CancellationToken cancel = default) => Reset(limits, cancel);

    /// <summary>Steps used so far.</summary>
    public long Steps => limits.Steps - steps;

    /// <summary>Cells and items made so far.</summary>
    public long Cells => limits.Cells - cells;

    /// <summary>Starts again with full limits.</summary>
    public void Reset(Limits limits, CancellationToken cancel = default)
    {
        this.limits = limits;
        this.cancel = cancel;
        (steps, cells) = (limits.Steps, limits.Cells);
    }

    /// <summary>Takes steps.</summary>
    /// <exception cref="LimitHit">There are not as many left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Charge(long n)
    {
        if ((steps -= n) < 0)
            Refuse();
    }

    [DoesNotReturn]
    private void Refuse() => throw new LimitHit($"the step limit of {limits.Steps:N0} was reached");

    /// <summary>A grid whose cells, rows x columns, are all 0 and may still be written through <see cref="Grid.WritableCells"/>.</summary>
    /// <exception cref="LimitHit">A side is under 1 or over <see cref="Grid.MaxSide"/>, or no cells are left.</exception>
    internal Grid NewGrid(int rows, int cols, int row = 0, int col = 0, byte backdrop = Grid.Unknown)
    {
        if (SizeFault(rows, cols) is { } fault)
            throw new LimitHit(fault);
        ChargeCells(rows * cols);
        return new Grid(Permit, rows, cols, Point.Clamp(row), Point.Clamp(col), backdrop, new byte[rows * cols]);
    }

    /// <summary>Why there is no grid of so many rows and columns, null where there is.</summary>
    internal static string? SizeFault(int rows, int cols) => rows is >= 1 and <= Grid.MaxSide && cols is >= 1 and <= Grid.MaxSide ? null
        : $"a grid of {rows} x {cols} cells is outside 1 x 1 to {Grid.MaxSide} x {Grid.MaxSide}";

    /// <summary>The same cells at another origin.</summary>
    internal Grid Move(Grid grid, int row, int col)
    {
        Charge(1);
        return grid.With(Permit, Point.Clamp(row), Point.Clamp(col), grid.Backdrop);
    }

    /// <summary>The same cells on another backdrop.</summary>
    internal Grid On(Grid grid, byte backdrop)
    {
        Charge(1);
        return grid.With(Permit, grid.Row, grid.Col, backdrop);
    }

    /// <summary>A list of the given values, which become the list's own.</summary>
    /// <exception cref="LimitHit">No cells are left.</exception>
    internal Items NewList(Value[] values)
    {
        ChargeCells(values.Length + 1);
        return new Items(Permit, values);
    }

    /// <summary>A list of values that were in lists before, which become the list's own, for nobody's account.</summary>
    public static Items ListOf(Value[] values) => new(Permit, values);

    /// <summary>
    /// Cells from outside the language (a task, a literal), rows x columns in row-major order, for nobody's account. Their background is the given colour, else the
    /// most frequent one; transparent where one of them is.
    /// </summary>
    /// <exception cref="ArgumentException">The number of cells is not rows times columns, or a cell is over <see cref="Grid.Transparent"/>.</exception>
    public static Grid Load(int rows, int cols, ReadOnlySpan<byte> cells, byte? backdrop = null)
    {
        if (rows < 1 || cols < 1 || cells.Length != rows * cols || cells.ContainsAnyExceptInRange((byte)0, Grid.Transparent))
            throw new ArgumentException($"{cells.Length} cells do not make a grid of {rows} x {cols}");
        return new Grid(Permit, rows, cols, 0, 0, cells.Contains(Grid.Transparent) ? Grid.Transparent : backdrop ?? Grid.Unknown, cells.ToArray());
    }

    private void ChargeCells(int n)
    {
        Charge(n);
        if ((cells -= n) < 0)
            throw new LimitHit($"the limit of {limits.Cells:N0} cells was reached");
        cancel.ThrowIfCancellationRequested();
    }
}

/// <summary>What <see cref="Grid"/> and <see cref="Items"/> ask to see before they are made; only <see cref="Budget"/> has one.</summary>
internal sealed class Permit
{
    private static int given;

    private Permit()
    {
    }

    /// <summary>The one permit, to the first who asks, which the budget does as it is loaded.</summary>
    public static Permit ForBudget() =>
        Interlocked.Exchange(ref given, 1) == 0 ? new Permit() : throw new InvalidOperationException("the permit is given once");

    /// <summary>Fails for a null permit.</summary>
    public void Check() => ArgumentNullException.ThrowIfNull(this);
}
