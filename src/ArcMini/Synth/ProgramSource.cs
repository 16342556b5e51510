namespace ArcMini.Synth;

/// <summary>Where the program of a synthetic task comes from.</summary>
internal enum ProgramSource
{
    /// <summary>The corpus's own program of the real task that the inputs are of, in their colours.</summary>
    Corpus,

    /// <summary>A corpus program, or a turn of phrase, changed at random places.</summary>
    Mutation,

    /// <summary>The typed grammar, step by step.</summary>
    Grammar,

    /// <summary>The search's bank: every distinct grid that it makes of the inputs is an output, its cheapest expression the program.</summary>
    Bank,
}
