using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ArcMini.Dsl.Values;

/// <summary>
/// One value of the language, 16 bytes. Grids, lists and functions are held by reference; numbers, colours, truth values and points
/// are held in place. The value does not store its type, because the checker has proved it.
/// </summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly object? reference;
    private readonly int number;

    internal Value(object? reference, int number) => (this.reference, this.number) = (reference, number);

    /// <summary>The result of an evaluation that failed. The run holds the reason.</summary>
    public static Value Failed { get; } = new(new Failure(), 0);

    /// <summary>Whether this is <see cref="Failed"/>.</summary>
    public bool IsFailed => reference is Failure;

    /// <summary>This value as a grid.</summary>
    public Grid Grid
    {
        get
        {
            Debug.Assert(reference is Grid, "the checker has proved that this value is a grid");
            return Unsafe.As<Grid>(reference!);
        }
    }

    /// <summary>This value as a list.</summary>
    public Items List
    {
        get
        {
            Debug.Assert(reference is Items, "the checker has proved that this value is a list");
            return Unsafe.As<Items>(reference!);
        }
    }

    /// <summary>This value as a whole number.</summary>
    public int Int => number;

    /// <summary>This value as a colour, 0-9.</summary>
    public byte Color => (byte)number;

    /// <summary>This value as a truth value.</summary>
    public bool Bool => number != 0;

    /// <summary>This value as a point.</summary>
    public Point Point => new(number >> 16, (short)number);

    /// <summary>The number of cells and items in it, with all nested ones: the cost of comparing or hashing it, in steps.</summary>
    internal long Weight => reference switch { Grid grid => grid.Area, Items items => items.Weight, _ => 1 };

    /// <summary>The grid, list or function; null for a value that is held in place.</summary>
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

    /// <summary>A point as a value, clamped to the limit for points.</summary>
    public static implicit operator Value(Point point) => new(null, (point.Clamped.Row << 16) | (point.Clamped.Col & 0xffff));

    /// <summary>
    /// Whether two values of one type are equal. Grids are compared by size and cells, lists item by item, functions by reference.
    /// </summary>
    public bool Equals(Value other) => reference switch
    {
        null => number == other.number,
        Grid grid => grid.Equals(other.Grid),
        Items items => items.Equals(other.List),
        _ => ReferenceEquals(reference, other.reference),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <remarks>
    /// The hash is another one in each process, so that no program can hold values that fall into one place of a hash table. Nothing that
    /// a program returns may depend on it.
    /// </remarks>
    /// <inheritdoc/>
    public override int GetHashCode() => reference switch
    {
        null => HashCode.Combine(number),
        Grid grid => grid.GetHashCode(),
        Items items => items.GetHashCode(),
        _ => RuntimeHelpers.GetHashCode(reference),
    };

    private sealed class Failure;
}
