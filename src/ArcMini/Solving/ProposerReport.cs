using ArcMini.Solving.Proposing;

namespace ArcMini.Solving;

/// <summary>The report on one proposer's work on a task.</summary>
/// <param name="Proposer">Its name.</param>
/// <param name="Offered">The number of different programs that nobody had offered before it was asked.</param>
/// <param name="Verified">How many of these reproduce all pairs.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Details">What the proposer itself reports.</param>
internal sealed record ProposerReport(string Proposer, int Offered, int Verified, double Seconds, ProposerDetails Details);
