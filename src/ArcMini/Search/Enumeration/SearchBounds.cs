namespace ArcMini.Search.Enumeration;

/// <summary>The bounds of a search. It stops at the first that it reaches.</summary>
/// <param name="Deadline">The time.</param>
/// <param name="MaxCandidates">The number of candidates.</param>
/// <param name="MaxBytes">The memory of the bank in bytes, estimated.</param>
internal sealed record SearchBounds(TimeSpan Deadline, long MaxCandidates, long MaxBytes);
