using ArcMini.Dsl.Syntax;

namespace ArcMini.Search.Terms;

/// <summary>An expression that the search found, with its cost.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Cost">Its cost on the <see cref="Grammar.CostScale"/>.</param>
internal readonly record struct FoundExpression(Expr Expression, int Cost)
{
    /// <summary>The program whose result is the expression.</summary>
    public ArcProgram Program => new([], Expression, []);
}
