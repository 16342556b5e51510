using System.Runtime.CompilerServices;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;

namespace ArcMini.Dsl.Syntax;

/// <summary>The ways in which a call can be written.</summary>
internal enum CallForm
{
    /// <summary><c>a + b</c>.</summary>
    Operator,

    /// <summary><c>(a, b)</c>, a point.</summary>
    Pair,

    /// <summary><c>a |> f(b)</c>.</summary>
    Pipe,

    /// <summary><c>f(a, b)</c>.</summary>
    Function,
}

/// <summary>
/// Decides how calls are written. The usual form is an operator or a pair where there is one, a pipeline where the first parameter is a
/// grid or a list and no brackets are needed for it, else a function. A program that the parser would find nested too deep in these
/// forms is written in the forms that nest the least.
/// </summary>
internal sealed class CallForms
{
    private readonly Dictionary<(Expr, int Level), int>? depths;

    private CallForms(Dictionary<(Expr, int Level), int>? depths) => this.depths = depths;

    /// <summary>The usual forms.</summary>
    public static CallForms Usual { get; } = new(null);

    /// <summary>The forms that nest the least. For one program.</summary>
    public static CallForms Shallow() => new(new(ByReference.Instance));

    /// <summary>The operator of a call that can be written with one, else null.</summary>
    public static Operator? OperatorOf(Call call) =>
        call.Arguments is [not Lambda, not Lambda] ? PrimitiveTable.Find(call.Function)?.Operator : null;

    /// <summary>The operator level at which the first argument of a pipeline stands: a choice needs brackets there.</summary>
    public static int LevelOfPiped(Call call) => call.Arguments[0] is If ? 1 : 0;

    /// <summary>How a call is written at an operator level, 0 where any expression may stand.</summary>
    public CallForm Of(Call call, int level)
    {
        var forms = Possible(call, level);
        return depths is null
            ? forms.First(form => form != CallForm.Pipe || IsUsualPipe(call))
            : forms.MinBy(form => Depth(form, call, level));
    }

    /// <summary>The forms that mean the call, the preferred one first. A function is an argument and nothing else.</summary>
    private static IEnumerable<CallForm> Possible(Call call, int level)
    {
        if (OperatorOf(call) is not null)
            yield return CallForm.Operator;
        if (call is { Function: "point", Arguments: [not Lambda, not Lambda] })
            yield return CallForm.Pair;
        if (level == 0 && call.Arguments is [not Lambda, ..])
            yield return CallForm.Pipe;
        yield return CallForm.Function;
    }

    private static bool IsUsualPipe(Call call) =>
        PrimitiveTable.Find(call.Function)?.Signature.Parameters is [{ Type: ListOf or GroundType { Name: "Grid" } }, ..] parameters
        && call.Arguments.Count == parameters.Count;

    /// <summary>How deep brackets, choices and functions nest in an expression, at least.</summary>
    private int Depth(Expr expr, int level)
    {
        if (depths!.TryGetValue((expr, level), out var known))
            return known;
        return depths[(expr, level)] = expr switch
        {
            Call call => Depth(Of(call, level), call, level),
            If => Deepest(expr.Children) + (level > 0 ? 2 : 1),
            _ when expr.Children.Count == 0 => 0,
            _ => Deepest(expr.Children) + 1,
        };
    }

    private int Depth(CallForm form, Call call, int level) => form switch
    {
        CallForm.Operator when OperatorOf(call) is { Level: var own } =>
            Math.Max(Depth(call.Arguments[0], own), Depth(call.Arguments[1], own + 1)) + (own < level ? 1 : 0),
        CallForm.Pipe => Math.Max(
            Depth(call.Arguments[0], LevelOfPiped(call)), call.Arguments.Count > 1 ? Deepest(call.Arguments.Skip(1)) + 1 : 0),
        _ => Deepest(call.Arguments) + 1,
    };

    private int Deepest(IEnumerable<Expr> inner) => inner.Select(expr => Depth(expr, 0)).DefaultIfEmpty().Max();

    /// <summary>Compares expressions by reference, because equal ones may be very large.</summary>
    private sealed class ByReference : IEqualityComparer<(Expr Expr, int Level)>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals((Expr Expr, int Level) one, (Expr Expr, int Level) other) =>
            ReferenceEquals(one.Expr, other.Expr) && one.Level == other.Level;

        public int GetHashCode((Expr Expr, int Level) key) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(key.Expr), key.Level);
    }
}
