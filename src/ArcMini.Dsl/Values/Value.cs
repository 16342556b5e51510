using System.Runtime.CompilerServices;

namespace ArcMini.Dsl.Values;

/// <summary>
/// One value of the language, 16 bytes: grids, lists and functions by reference, numbers, colours, truth values and points in
/// place. Its type is not stored: the checker has proved it.
/// </summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly object? reference;
    private readonly int number;

    internal Value(object? reference, int number) => (this.reference, this.number) = (reference, number);

    /// <summary>What an evaluation gives that could not be completed; the reason stands in the run.</summary>
    public static Value Failed { get; } = new(new Failure(), 0);

    /// <summary>Whether this is <see cref="Failed"/>.</summary>
    public bool IsFailed => reference is Failure;

    /// <summary>This value as a grid.</summary>
    public Grid Grid => Unsafe.As<Grid>(reference!);

    /// <summary>This value as a list.</summary>
    public Items List => Unsafe.As<Items>(reference!);

    /// <summary>This value as a whole number.</summary>
    public int Int => number;

    /// <summary>This value as a colour, 0-9.</summary>
    public byte Color => (byte)number;

    /// <summary>This value as a truth value.</summary>
    public bool Bool => number != 0;

    /// <summary>This value as a point.</summary>
    public Point Point => new(number >> 16, (short)number);

    /// <summary>This value as a function.</summary>
    internal Runtime.Function Function => Unsafe.As<Runtime.Function>(reference!);

    /// <summary>How many cells and items it consists of, all that lists hold included: what comparing or hashing it reads.</summary>
    internal long Weight => reference switch { Grid grid => grid.Area, Items items => items.Weight, _ => 1 };

    /// <summary>What a reference value refers to, null for the others.</summary>
    internal object? Reference => reference;

    /// <summary>A grid as a value.</summary>
    public static implicit operator Value(Grid grid) => new(grid, 0);

    /// <summary>A list as a value.</summary>
    public static implicit operator Value(Items items) => new(items, 0);

    /// <summary>A whole number as a value.</summary>
    public static implicit operator Value(int number) => new(null, number);

    /// <summary>A colour as a value.</summary>
    public static implicit operator Value(byte color) => new(null, color);

    /// <summary>A truth value as a value.</summary>
    public static implicit operator Value(bool truth) => new(null, truth ? 1 : 0);

    /// <summary>A point, or the nearest to it that is not too far, as a value.</summary>
    public static implicit operator Value(Point point) => new(null, (point.Clamped.Row << 16) | (point.Clamped.Col & 0xffff));

    internal static Value Of(Runtime.Function function) => new(function, 0);

    /// <summary>Whether two values of one type are equal: numbers by number, grids by size and cells, lists item by item.</summary>
    public bool Equals(Value other) => reference switch
    {
        null => number == other.number,
        Grid grid => grid.Equals(other.Grid),
        Items items => items.Equals(other.List),
        _ => ReferenceEquals(reference, other.reference),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => reference switch
    {
        null => number,
        Grid grid => grid.GetHashCode(),
        Items items => items.GetHashCode(),
        _ => RuntimeHelpers.GetHashCode(reference),
    };

    private sealed class Failure;
}
