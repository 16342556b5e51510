namespace ArcMini.Synth;

/// <summary>The outcome for a program that was drawn.</summary>
internal enum DrawOutcome
{
    /// <summary>It became a task.</summary>
    Kept,

    /// <summary>The draw gave no program because no step fits, or the program is far too large.</summary>
    Unfinished,

    /// <summary>It does not type-check.</summary>
    IllTyped,

    /// <summary>It fails on an input, or returns a grid that has transparent cells or is too large for a task.</summary>
    Failed,

    /// <summary>Another program, no longer than it, gives the same outputs on these inputs.</summary>
    Known,

    /// <summary>
    /// Its outputs are mostly the same grid, of one colour, or equal to the inputs; or one of them is a grid of a held-out set.
    /// </summary>
    Dull,

    /// <summary>After the parts that do not matter were removed, it is too large, does not use the input, or has only one step.</summary>
    Reduced,

    /// <summary>The example has too many tokens.</summary>
    TooLong,

    /// <summary>It was good, but enough others for the same inputs were taken.</summary>
    Spare,

    /// <summary>The same grids came before, or the same program came too often.</summary>
    Repeated,
}
