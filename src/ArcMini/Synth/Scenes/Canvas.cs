using ArcMini.Dsl.Values;

namespace ArcMini.Synth.Scenes;

/// <summary>Cells, rows x columns, on which a scene is drawn. What is drawn outside of them is ignored.</summary>
internal sealed class Canvas
{
    /// <summary>A value that is no colour of a cell.</summary>
    public const byte NoColor = 255;

    private readonly byte[] cells;

    /// <summary>A canvas all in one colour.</summary>
    public Canvas(int rows, int cols, byte color)
    {
        (Rows, Cols) = (rows, cols);
        cells = new byte[rows * cols];
        Array.Fill(cells, color);
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Cols { get; }

    /// <summary>The colour of a cell.</summary>
    public byte this[int row, int col]
    {
        get => cells[row * Cols + col];
        set
        {
            if ((uint)row < (uint)Rows && (uint)col < (uint)Cols)
                cells[row * Cols + col] = value;
        }
    }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(int row, int col, int rows, int cols, byte color)
    {
        for (var r = row; r < row + rows; r++)
            for (var c = col; c < col + cols; c++)
                this[r, c] = color;
    }

    /// <summary>Draws the outermost cells of a rectangle.</summary>
    public void Ring(int row, int col, int rows, int cols, byte color)
    {
        Fill(row, col, 1, cols, color);
        Fill(row + rows - 1, col, 1, cols, color);
        Fill(row, col, rows, 1, color);
        Fill(row, col + cols - 1, rows, 1, color);
    }

    /// <summary>Draws a line from a cell to the edge; each step goes so far down and right.</summary>
    public void Ray(int row, int col, int down, int right, byte color)
    {
        for (; (uint)row < (uint)Rows && (uint)col < (uint)Cols; row += down, col += right)
            this[row, col] = color;
    }

    /// <summary>Whether those cells of a rectangle that lie on the canvas all have one colour.</summary>
    public bool IsAll(int row, int col, int rows, int cols, byte color)
    {
        for (var r = Math.Max(0, row); r < Math.Min(Rows, row + rows); r++)
            for (var c = Math.Max(0, col); c < Math.Min(Cols, col + cols); c++)
                if (this[r, c] != color)
                    return false;
        return true;
    }

    /// <summary>Copies another canvas onto this one, except for its cells of the colour <paramref name="clear"/>.</summary>
    public void Stamp(Canvas other, int row, int col, byte clear)
    {
        for (var r = 0; r < other.Rows; r++)
            for (var c = 0; c < other.Cols; c++)
                if (other[r, c] != clear)
                    this[row + r, col + c] = other[r, c];
    }

    /// <summary>The cells as a grid.</summary>
    public Grid ToGrid() => Budget.Load(Rows, Cols, cells);
}
