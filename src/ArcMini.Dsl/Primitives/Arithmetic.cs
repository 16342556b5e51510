using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Numbers, points, comparisons and truth values; most are written as operators.</summary>
internal static class Arithmetic
{
    public static Family Family { get; } = new("Arithmetic", "Numbers, points, comparisons and truth values.",
    [
        new("or", "a: Bool, b: Bool -> Bool", "Whether one of the two holds.", "true or false", x => x.Bool(0) || x.Bool(1)) { Operator = new("or", 1) },
        new("and", "a: Bool, b: Bool -> Bool", "Whether both hold.", "true and false", x => x.Bool(0) && x.Bool(1)) { Operator = new("and", 2) },
        new("not", "a: Bool -> Bool", "Whether it does not hold.", "not(1 == 2)", x => !x.Bool(0)),
        new("eq", "a: A, b: A -> Bool", "Whether two values are equal; grids are compared by size and cells, wherever they lie.", "\"1\" == \"1\"",
            x => x.Same(x[0], x[1])) { Operator = new("==", 3) },
        new("ne", "a: A, b: A -> Bool", "Whether two values differ.", "red != blue", x => !x.Same(x[0], x[1])) { Operator = new("!=", 3) },
        new("lt", "a: Int, b: Int -> Bool", "Whether a is less.", "1 < 2", x => x.Int(0) < x.Int(1)) { Operator = new("<", 3) },
        new("le", "a: Int, b: Int -> Bool", "Whether a is less or equal.", "2 <= 2", x => x.Int(0) <= x.Int(1)) { Operator = new("<=", 3) },
        new("gt", "a: Int, b: Int -> Bool", "Whether a is greater.", "1 > 2", x => x.Int(0) > x.Int(1)) { Operator = new(">", 3) },
        new("ge", "a: Int, b: Int -> Bool", "Whether a is greater or equal.", "2 >= 2", x => x.Int(0) >= x.Int(1)) { Operator = new(">=", 3) },
        new("add", "a: Int, b: Int -> Int", "The sum.", "2 + 3", x => Number(x, (long)x.Int(0) + x.Int(1))) { Operator = new("+", 4) },
        new("sub", "a: Int, b: Int -> Int", "The difference.", "5 - 3", x => Number(x, (long)x.Int(0) - x.Int(1))) { Operator = new("-", 4) },
        new("mul", "a: Int, b: Int -> Int", "The product.", "2 * 3", x => Number(x, (long)x.Int(0) * x.Int(1))) { Operator = new("*", 5) },
        new("div", "a: Int, b: Int -> Int", "The quotient, rounded down.", "7 / 2",
            x => x.Int(1) == 0 ? x.Fail("division by zero") : (int)Math.Floor(x.Int(0) / (double)x.Int(1))) { Operator = new("/", 5) },
        new("mod", "a: Int, b: Int -> Int", "What a division that rounds down leaves.", "7 % 2",
            x => x.Int(1) == 0 ? x.Fail("division by zero") : (x.Int(0) % x.Int(1) + x.Int(1)) % x.Int(1)) { Operator = new("%", 5) },
        new("point", "row: Int, col: Int -> Point", "A place or a step.", "point(1 + 1, 3)",
            x => Point.IsNear(x.Int(0), x.Int(1)) ? new Point(x.Int(0), x.Int(1)) : x.Fail($"a point lies within {Point.Farthest} rows and columns")),
        new("row_of", "p: Point -> Int", "The row of a place.", "row_of((1, 2))", x => x.Point(0).Row),
        new("col_of", "p: Point -> Int", "The column of a place.", "col_of((1, 2))", x => x.Point(0).Col),
        new("plus", "p: Point, q: Point -> Point", "The place a step away from another, or two steps as one.", "plus((1, 2), down)", x => x.Point(0) + x.Point(1)),
        new("minus", "p: Point, q: Point -> Point", "The step from q to p.", "minus((3, 2), (1, 2))", x => x.Point(0) - x.Point(1)),
        new("times", "p: Point, n: Int -> Point", "A step taken n times.", "times(down_right, 3)",
            x => Point.IsNear(x.Int(1), 0) ? new Point(x.Point(0).Row * x.Int(1), x.Point(0).Col * x.Int(1)) : x.Fail($"a step is taken at most {Point.Farthest} times")),
        new("min", "a: Int, b: Int -> Int", "The lesser of two numbers.", "min(2, 3)", x => Math.Min(x.Int(0), x.Int(1))),
        new("abs", "a: Int -> Int", "The number without its sign.", "abs(-2)", x => Math.Abs(x.Int(0))),
    ]);

    /// <summary>The largest number, and without its sign the least.</summary>
    public const int Largest = 999_999;

    private static Value Number(CallContext x, long number) => Math.Abs(number) <= Largest ? (int)number : x.Fail("a number has at most six digits");
}
