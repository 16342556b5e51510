using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Numbers, points, comparisons and truth values. Most of these primitives are written as operators.</summary>
internal static class Arithmetic
{
    /// <summary>The greatest number of the language. The least number is its negative.</summary>
    public const int Largest = 999_999;

    public static Family Family { get; } = new("Arithmetic",
        "Numbers, points, comparisons and truth values. A result of more than six digits fails.",
    [
        new("or", "a: Bool, b: Bool -> Bool", "Whether at least one of the two holds.",
            "true or false", x => x.Bool(0) || x.Bool(1)) { Operator = new("or", 1) },
        new("and", "a: Bool, b: Bool -> Bool", "Whether both hold.",
            "true and false", x => x.Bool(0) && x.Bool(1)) { Operator = new("and", 2) },
        new("not", "a: Bool -> Bool", "Whether a does not hold.", "not(1 == 2)", x => !x.Bool(0)),
        new("eq", "a: A, b: A -> Bool",
            "Whether two values are equal. Grids are equal if their sizes and cells are; their places do not matter.",
            "\"1\" == \"1\"",
            x => x.Same(x[0], x[1])) { Operator = new("==", 3) },
        new("ne", "a: A, b: A -> Bool", "Whether two values differ.", "red != blue", x => !x.Same(x[0], x[1])) { Operator = new("!=", 3) },
        new("lt", "a: Int, b: Int -> Bool", "Whether a is less than b.", "1 < 2", x => x.Int(0) < x.Int(1)) { Operator = new("<", 3) },
        new("le", "a: Int, b: Int -> Bool", "Whether a is less than or equal to b.",
            "2 <= 2", x => x.Int(0) <= x.Int(1)) { Operator = new("<=", 3) },
        new("gt", "a: Int, b: Int -> Bool", "Whether a is greater than b.", "1 > 2", x => x.Int(0) > x.Int(1)) { Operator = new(">", 3) },
        new("ge", "a: Int, b: Int -> Bool", "Whether a is greater than or equal to b.",
            "2 >= 2", x => x.Int(0) >= x.Int(1)) { Operator = new(">=", 3) },
        new("add", "a: Int, b: Int -> Int", "The sum.", "2 + 3", x => Number(x, (long)x.Int(0) + x.Int(1))) { Operator = new("+", 4) },
        new("sub", "a: Int, b: Int -> Int", "The difference.",
            "5 - 3", x => Number(x, (long)x.Int(0) - x.Int(1))) { Operator = new("-", 4) },
        new("mul", "a: Int, b: Int -> Int", "The product.", "2 * 3", x => Number(x, (long)x.Int(0) * x.Int(1))) { Operator = new("*", 5) },
        new("div", "a: Int, b: Int -> Int", "The quotient, rounded down. Fails if b is 0.", "7 / 2", Div) { Operator = new("/", 5) },
        new("mod", "a: Int, b: Int -> Int", "The remainder of the division that div does. Fails if b is 0.",
            "7 % 2", Mod) { Operator = new("%", 5) },
        new("point", "row: Int, col: Int -> Point", "The point in the given row and column: a place or a step.",
            "point(1 + 1, 3)", PointOf),
        new("row_of", "p: Point -> Int", "The row of p.", "row_of((1, 2))", x => x.Point(0).Row),
        new("col_of", "p: Point -> Int", "The column of p.", "col_of((1, 2))", x => x.Point(0).Col),
        new("plus", "p: Point, q: Point -> Point", "The place one step q away from p. For two steps: both taken together.",
            "plus((1, 2), down)", x => x.Point(0) + x.Point(1)),
        new("minus", "p: Point, q: Point -> Point", "The step from q to p.", "minus((3, 2), (1, 2))", x => x.Point(0) - x.Point(1)),
        new("times", "p: Point, n: Int -> Point", "The step p taken n times.", "times(down_right, 3)", Times),
        new("min", "a: Int, b: Int -> Int", "The lesser of two numbers.", "min(2, 3)", x => Math.Min(x.Int(0), x.Int(1))),
        new("abs", "a: Int -> Int", "The number without its sign.", "abs(-2)", x => Math.Abs(x.Int(0))),
    ]);

    private static Value Number(CallContext x, long number) =>
        Math.Abs(number) <= Largest ? (int)number : x.Fail("a number has at most six digits");

    private static Value Div(CallContext x) =>
        x.Int(1) == 0 ? x.Fail("division by zero") : (int)Math.Floor(x.Int(0) / (double)x.Int(1));

    private static Value Mod(CallContext x) =>
        x.Int(1) == 0 ? x.Fail("division by zero") : (x.Int(0) % x.Int(1) + x.Int(1)) % x.Int(1);

    private static Value PointOf(CallContext x) =>
        Point.IsNear(x.Int(0), x.Int(1))
            ? new Point(x.Int(0), x.Int(1))
            : x.Fail($"a point lies within {Point.Farthest} rows and columns");

    private static Value Times(CallContext x) =>
        Point.IsNear(x.Int(1), 0)
            ? new Point(x.Point(0).Row * x.Int(1), x.Point(0).Col * x.Int(1))
            : x.Fail($"a step is taken at most {Point.Farthest} times");
}
