using ArcMini.Dsl.Compilation;

namespace ArcMini.Solving.Proposing;

/// <summary>A program that may solve a task, not yet verified.</summary>
/// <param name="Program">The program, for the task as given. If it was found for a view, the view has been undone.</param>
/// <param name="Proposer">The name of its proposer.</param>
/// <param name="LogProbability">The natural logarithm of the probability that the proposer gives it.</param>
/// <param name="Doubt">How much more than that it takes to trust the program, in nats.</param>
/// <param name="Part">The part of the proposer that completed the program, null where it has no parts.</param>
internal sealed record Proposal(
    CheckedProgram Program, string Proposer, double LogProbability, double Doubt = 0, string? Part = null);
