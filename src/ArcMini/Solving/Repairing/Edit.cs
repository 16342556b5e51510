using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Solving.Repairing;

/// <summary>Something that may be put in the place of an expression.</summary>
/// <param name="Cost">Minus log probability, in tenths of a nat.</param>
/// <param name="Make">The new expression, given the old one.</param>
/// <param name="Values">Its value on each demonstration input where that is known without running it.</param>
internal sealed record Edit(int Cost, Func<Expr, Expr> Make, Value[]? Values = null);
