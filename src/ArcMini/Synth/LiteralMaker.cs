using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Randomness;

namespace ArcMini.Synth;

/// <summary>Draws literals.</summary>
/// <param name="random">The generator of all random choices.</param>
/// <param name="colors">The colours of the task, of which most colour literals are.</param>
internal sealed class LiteralMaker(SeededRandom random, IReadOnlyList<byte> colors)
{
    private static readonly string[] StraightDirections = ["up", "down", "left", "right"];
    private static readonly int[] Integers = [0, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6];

    /// <summary>An integer for any place.</summary>
    public IntLiteral Integer() => new(random.Pick(Integers), default);

    /// <summary>An integer that suits as an argument of a primitive.</summary>
    public IntLiteral IntegerFor(string primitive) => new(primitive switch
    {
        "nth" => random.Pick([1, 1, 2, -1, -2]),
        "scale" or "downscale" or "split_x" or "split_y" or "arrange" => random.Pick([2, 2, 2, 3, 3, 4]),
        "tile" or "stretch" => random.Pick([1, 2, 2, 3]),
        "repeat" => random.Pick([2, 2, 3, 3, 4]),
        "part" or "tiles" or "canvas" => random.Between(1, 5),
        "tile_to" => random.Between(3, 10),
        "take" or "drop" or "take_top" or "take_bottom" or "take_left" or "take_right" => random.Pick([1, 1, 2, 2, 3]),
        _ => random.Pick([0, 1, 1, 2, 2, 3, 4]),
    }, default);

    /// <summary>A colour, mostly of the task.</summary>
    public ColorLiteral AnyColor() =>
        new(random.Chance(ProgramOdds.TaskColor) ? random.Pick(colors) : (byte)random.Below(Color.Count), default);

    /// <summary>A list of two different colours.</summary>
    public ListLiteral TwoColors()
    {
        var two = random.Shuffle(Enumerable.Range(0, Color.Count)).Take(2);
        return new([.. two.Select(color => new ColorLiteral((byte)color, default))], default);
    }

    /// <summary>A truth value.</summary>
    public BoolLiteral Bool() => new(random.Chance(ProgramOdds.True), default);

    /// <summary>A point with coordinates from 0 to <paramref name="below"/> - 1.</summary>
    public PointLiteral PointBelow(int below) => new(new(random.Below(below), random.Below(below)), default);

    /// <summary>One of the eight directions, or of the four straight ones.</summary>
    public PointLiteral Direction(bool isStraight)
    {
        var name = isStraight ? random.Pick(StraightDirections) : random.Pick(Point.Directions).Name;
        return new(Point.Directions.First(direction => direction.Name == name).Step, default);
    }
}
