namespace ArcMini.Solving.Proposing;

/// <summary>What a proposer may spend on one task.</summary>
/// <param name="Time">Wall time.</param>
/// <param name="Threads">Number of threads.</param>
/// <param name="Predictions">Number of model samples.</param>
/// <param name="MaxCandidates">The most candidates that the search evaluates.</param>
/// <param name="Seed">The seed of all random choices.</param>
/// <param name="Memory">The most memory of the process in bytes. Less may be there: see <see cref="MemoryRoom"/>.</param>
internal sealed record SolveBudget(
    TimeSpan Time, int Threads, int Predictions, long MaxCandidates, ulong Seed, long Memory = long.MaxValue);
