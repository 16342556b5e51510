using ArcMini.Dsl.Syntax;
using ArcMini.Solving.Proposing;

namespace ArcMini.Solving.Sketching;

/// <summary>A sketch: a program with holes in the place of some literals, for the task in one position.</summary>
/// <param name="Program">The program, for the task in that position.</param>
/// <param name="Turn">The position: one of the motions of <see cref="View"/>.</param>
/// <param name="LogProbability">
/// The natural logarithm of the probability that the sketch becomes right with some literals in its holes.
/// </param>
internal readonly record struct ScoredSketch(ArcProgram Program, int Turn, double LogProbability);
