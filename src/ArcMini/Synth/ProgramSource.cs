namespace ArcMini.Synth;

/// <summary>Where the program of a synthetic task comes from.</summary>
internal enum ProgramSource
{
    /// <summary>The corpus's program for the real task from which the inputs are taken, in the colours of these inputs.</summary>
    Corpus,

    /// <summary>A program of the corpus, or an idiom, changed at random places.</summary>
    Mutation,

    /// <summary>A program drawn step by step from the typed primitives.</summary>
    Grammar,

    /// <summary>An expression that the search enumerates on the inputs.</summary>
    Bank,
}
