using ArcMini.Search;

namespace ArcMini.Solving.Proposing;

/// <summary>What a proposer reports of its work on a task.</summary>
/// <param name="Search">The report of the search, null for a proposer that does not search.</param>
/// <param name="Samples">The report of the model's samples, null for a proposer that draws none.</param>
/// <param name="Fault">Why it ended before its work was done, null where it did not.</param>
/// <param name="Bug">The exception that ended it, where it is a fault of arcmini itself.</param>
internal readonly record struct ProposerDetails(
    SearchReport? Search = null, SampleReport? Samples = null, string? Fault = null, Exception? Bug = null);
