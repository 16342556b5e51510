namespace ArcMini.Synth;

/// <summary>What is wanted of synthetic tasks.</summary>
/// <param name="MaxSide">The longest side of an input grid, in cells.</param>
/// <param name="MaxTokens">The longest example, in tokens of ArcMini's own vocabulary.</param>
/// <param name="MaxNodes">The largest program, in nodes.</param>
/// <param name="Inputs">Real grids, which are the inputs of half of the tasks; null for none.</param>
/// <param name="LeftOut">The ids of training tasks whose programs are not used; null for none.</param>
internal sealed record SynthOptions(
    int MaxSide = 12, int MaxTokens = 600, int MaxNodes = 16, RealInputs? Inputs = null, IReadOnlySet<string>? LeftOut = null);
