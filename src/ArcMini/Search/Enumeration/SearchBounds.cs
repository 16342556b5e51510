namespace ArcMini.Search.Enumeration;

/// <summary>The bounds of a search. It stops at the first that it reaches.</summary>
/// <param name="Deadline">The time.</param>
/// <param name="MaxCandidates">The number of candidates.</param>
/// <param name="MaxBytes">The memory of the bank in bytes, estimated.</param>
/// <param name="Threads">The number of threads. Only where the deadline cuts the search off does the result depend on it.</param>
internal sealed record SearchBounds(TimeSpan Deadline, long MaxCandidates, long MaxBytes, int Threads);
