namespace ArcMini.Synth;

/// <summary>What became of a program that was drawn.</summary>
internal enum DrawOutcome
{
    /// <summary>It was kept as a task.</summary>
    Kept,

    /// <summary>The draw led nowhere: no step fits, or the program is far too large.</summary>
    Unfinished,

    /// <summary>It does not type-check.</summary>
    IllTyped,

    /// <summary>It fails on an input, or gives no whole grid of at most 30 cells a side.</summary>
    Failed,

    /// <summary>A program that is no longer does the same on these inputs.</summary>
    Known,

    /// <summary>Its outputs are mostly alike, of one colour, or equal to the inputs; or one of them belongs to a held-out set.</summary>
    Dull,

    /// <summary>Without the parts that do not matter it is another one's, looks at no input, is too large, or only one step.</summary>
    Reduced,

    /// <summary>The example has too many tokens.</summary>
    TooLong,

    /// <summary>It was good, and others of the same inputs were taken.</summary>
    Spare,

    /// <summary>The same grids had come before, or the program too often.</summary>
    Repeated,
}
