using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Solving.Repairing;

/// <summary>A replacement for an expression.</summary>
/// <param name="Cost">Minus the logarithm of its probability, on the <see cref="Search.Grammar.CostScale"/>.</param>
/// <param name="Make">Makes the new expression from the old one.</param>
/// <param name="Values">The value of the new expression on each demonstration input; null if that is not known without running it.</param>
internal sealed record Edit(int Cost, Func<Expr, Expr> Make, Value[]? Values = null);
