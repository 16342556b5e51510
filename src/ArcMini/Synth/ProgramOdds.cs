using ArcMini.Dsl.Types;

namespace ArcMini.Synth;

/// <summary>
/// The probabilities with which <see cref="ProgramMaker"/>, <see cref="ProgramMutator"/> and <see cref="LiteralMaker"/> choose. In a list,
/// every item is equally likely, so an item that stands there twice is twice as likely as one that stands there once.
/// </summary>
internal static class ProgramOdds
{
    /// <summary>A program has a variable.</summary>
    public const double Let = 0.2;

    /// <summary>The result of a program starts from the variable, not from <c>input</c>.</summary>
    public const double StartFromLet = 0.5;

    /// <summary>A mutated colour literal becomes one of the task's colours.</summary>
    public const double TaskColorInMutation = 0.7;

    /// <summary>A mutated program gets one more step.</summary>
    public const double ExtraStep = 0.2;

    /// <summary>A mutated program without an extra step is continued by another program.</summary>
    public const double Splice = 0.15;

    /// <summary>How much more often a direction is mutated than another literal.</summary>
    public const double DirectionRateFactor = 2;

    /// <summary>A condition on a grid compares a value, and is not grown from predicates.</summary>
    public const double Comparison = 0.5;

    /// <summary>A function that returns a colour is an <c>if</c>.</summary>
    public const double ConditionalColor = 0.2;

    /// <summary>The body of a function has one step, not two.</summary>
    public const double OneStepBody = 0.75;

    /// <summary>An integer argument is any expression, not a literal that suits the primitive.</summary>
    public const double IntegerExpression = 0.2;

    /// <summary>An argument that is a direction is a literal.</summary>
    public const double LiteralDirection = 0.9;

    /// <summary>A direction is one of the four straight ones, not of all eight.</summary>
    public const double StraightDirection = 0.8;

    /// <summary>An argument that is a point is a literal of small coordinates.</summary>
    public const double LiteralPointArgument = 0.5;

    /// <summary>A value is a variable of the wanted type, if there is one.</summary>
    public const double Variable = 0.4;

    /// <summary>An integer is a literal.</summary>
    public const double LiteralInteger = 0.8;

    /// <summary>A colour is a literal.</summary>
    public const double LiteralColor = 0.75;

    /// <summary>A colour literal is one of the task's colours.</summary>
    public const double TaskColor = 0.75;

    /// <summary>A truth value is true.</summary>
    public const double True = 0.5;

    /// <summary>A point is a literal.</summary>
    public const double LiteralPoint = 0.4;

    /// <summary>A grid is <c>input</c>.</summary>
    public const double Input = 0.45;

    /// <summary>An expression starts from the variable that was declared last, not from <c>input</c>.</summary>
    public const double StartFromLast = 0.5;

    /// <summary>A list of grids is one grid, which stands for a list of one.</summary>
    public const double GridAsList = 0.2;

    /// <summary>The type of a program's variable.</summary>
    public static readonly DslType[] LetTypes = [DslType.Grid, DslType.Grids, DslType.Grids, DslType.Color, DslType.Int];

    /// <summary>The number of steps of a program's result, beyond the first.</summary>
    public static readonly int[] ProgramSteps = [0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4];

    /// <summary>The number of steps of an argument that is a grid or a list.</summary>
    public static readonly int[] GridSteps = [1, 1, 2, 2, 3];

    /// <summary>The number of steps of any other argument.</summary>
    public static readonly int[] ValueSteps = [1, 1, 2];

    /// <summary>The probability that a place of a program is mutated; one is drawn for each program.</summary>
    public static readonly double[] MutationRates = [0, 0.1, 0.2, 0.4];

    /// <summary>The result type of the function that <c>map</c> takes.</summary>
    public static readonly DslType[] MappedTypes =
        [.. DslType.Grounds, DslType.Grids, new ListOf(DslType.Int), new ListOf(DslType.Color), new ListOf(DslType.Point)];

    /// <summary>The result type of the function by which other primitives sort or choose.</summary>
    public static readonly DslType[] KeyTypes = [DslType.Int, DslType.Color, DslType.Grid, DslType.Int];

    /// <summary>The type of what a condition on a grid compares.</summary>
    public static readonly DslType[] ComparedTypes = [DslType.Int, DslType.Int, DslType.Color];

    /// <summary>The comparison of two integers.</summary>
    public static readonly string[] IntegerComparisons = ["eq", "gt", "lt", "ne", "eq", "gt"];

    /// <summary>The comparison of two colours.</summary>
    public static readonly string[] ColorComparisons = ["eq", "eq", "ne"];
}
