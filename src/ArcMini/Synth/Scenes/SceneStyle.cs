using ArcMini.Dsl.Values;
using ArcMini.Randomness;

namespace ArcMini.Synth.Scenes;

/// <summary>What the grids of one task have in common: colours, sizes, shapes and amounts.</summary>
internal sealed class SceneStyle
{
    /// <summary>The shortest side of a grid, in cells.</summary>
    private const int MinSide = 2;

    /// <summary>How many inks a task has, drawn with equal chances.</summary>
    private static readonly int[] InkCounts = [1, 2, 2, 3, 3, 4, 5];

    private readonly bool sameSize;
    private readonly bool square;
    private readonly int rows;
    private readonly int cols;

    /// <summary>Draws a style at random.</summary>
    public SceneStyle(SeededRandom random, int maxSide)
    {
        Random = random;
        MaxSide = maxSide;
        Background = random.Chance(0.8) ? (byte)0 : (byte)random.Below(Color.Count);
        var others = Enumerable.Range(0, Color.Count).Select(color => (byte)color).Where(color => color != Background);
        Inks = [.. random.Shuffle(others).Take(random.Pick(InkCounts))];
        sameSize = random.Chance(0.5);
        square = random.Chance(0.4);
        rows = Side();
        cols = square ? rows : Side();
        Amount = random.Between(1, 5);
        Density = 0.15 + 0.6 * random.Real();
        Variant = random.Below(1000);
    }

    /// <summary>The longest side of a grid.</summary>
    public int MaxSide { get; }

    /// <summary>The generator of all random choices.</summary>
    public SeededRandom Random { get; }

    /// <summary>The colour of the background.</summary>
    public byte Background { get; }

    /// <summary>The other colours of the task's grids.</summary>
    public byte[] Inks { get; }

    /// <summary>Roughly how many things a grid shows, from 1 to 5.</summary>
    public int Amount { get; }

    /// <summary>The share of inked cells in noise, from 0.15 to 0.75.</summary>
    public double Density { get; }

    /// <summary>A number from 0 to 999. Scenes choose by it between the variants of their kind.</summary>
    public int Variant { get; }

    /// <summary>One of the inks.</summary>
    public byte Ink() => Random.Pick(Inks);

    /// <summary>How many things the next grid shows; at least 1.</summary>
    public int Count() => Math.Max(1, Amount + Random.Between(-1, 1));

    /// <summary>A canvas in the background's colour.</summary>
    /// <param name="least">The shortest side, in cells, unless <paramref name="most"/> or <see cref="MaxSide"/> is less.</param>
    /// <param name="most">The longest side, in cells, unless <see cref="MaxSide"/> is less.</param>
    public Canvas Empty(int least = MinSide, int most = Grid.MaxTaskSide)
    {
        var (r, c) = sameSize ? (rows, cols) : (Side(), Side());
        if (square)
            c = r;
        most = Math.Min(most, MaxSide);
        return new(Math.Clamp(r, Math.Min(least, most), most), Math.Clamp(c, Math.Min(least, most), most), Background);
    }

    /// <summary>A random side. Long sides are more likely than short ones.</summary>
    private int Side() => Math.Min(MaxSide, MinSide + (int)Math.Round((MaxSide - MinSide) * Math.Sqrt(Random.Real())));
}
