using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;

namespace ArcMini.Synth;

/// <summary>
/// Chooses one way to write what can be written in several ways. Variables are named a, b, ... by how many are in scope. A <c>let</c> that
/// is used once is written in place, as is one that only renames; one that is never used is dropped. <c>a => a |> f(x)</c> becomes
/// <c>f(x)</c>, and <c>a => f(a)</c> becomes <c>f</c>. A point of two number literals becomes a point literal. Comments are dropped.
/// </summary>
internal static class Normaliser
{
    private static readonly Span Nowhere = default;

    /// <summary>The program as the model learns to write it.</summary>
    public static ArcProgram Normalise(ArcProgram program)
    {
        // Functions are shortened first: a parameter that goes must not take a letter.
        List<Binding> bindings = [.. program.Bindings.Select(binding => binding with { Value = Shortened(binding.Value) })];
        var result = Shortened(program.Result);
        for (var i = bindings.Count - 1; i >= 0; i--)
        {
            var (name, value) = (bindings[i].Name, bindings[i].Value);
            if (value is not Name && Uses(result, name) + bindings.Skip(i + 1).Sum(later => Uses(later.Value, name)) > 1)
                continue;
            result = Replace(result, name, value);
            for (var j = i + 1; j < bindings.Count; j++)
                bindings[j] = bindings[j] with { Value = Replace(bindings[j].Value, name, value) };
            bindings.RemoveAt(i);
        }
        var names = new Dictionary<string, string>();
        var renamed = new List<Binding>();
        foreach (var binding in bindings)
        {
            var value = Rename(binding.Value, names);
            names[binding.Name] = Letter(names.Count);
            renamed.Add(new(names[binding.Name], value, [], Nowhere));
        }
        return new([.. renamed], Rename(result, names), []);
    }

    /// <summary>How often an expression uses a variable.</summary>
    public static int Uses(Expr expr, string name)
    {
        if (expr is Name used)
            return used.Text == name ? 1 : 0;
        if (expr is Lambda lambda && lambda.Parameters.Contains(name))
            return 0;
        var uses = 0;
        foreach (var child in expr.Children)
            uses += Uses(child, name);
        return uses;
    }

    private static Expr Replace(Expr expr, string name, Expr value) => expr switch
    {
        Name used => used.Text == name ? value : used,
        Lambda lambda when lambda.Parameters.Contains(name) => lambda,
        _ => expr.With(child => Replace(child, name, value)),
    };

    private static Expr Rename(Expr expr, Dictionary<string, string> names)
    {
        switch (expr)
        {
            case Name used:
                return names.TryGetValue(used.Text, out var to) ? new Name(to, used.At) : used;
            case Lambda lambda:
                var inner = new Dictionary<string, string>(names);
                foreach (var parameter in lambda.Parameters)
                    inner[parameter] = Letter(inner.Count);
                var parameters = lambda.Parameters.Select(parameter => inner[parameter]);
                return new Lambda([.. parameters], Rename(lambda.Body, inner), lambda.At);
            default:
                var renamed = expr.With(child => Rename(child, names));
                return renamed is Call { Function: "point", Arguments: [IntLiteral row, IntLiteral col] }
                    ? new PointLiteral(new(row.Value, col.Value), expr.At)
                    : renamed;
        }
    }

    /// <summary>The expression with every function in it shortened, the inner ones first.</summary>
    private static Expr Shortened(Expr expr)
    {
        var shortened = expr.With(Shortened);
        return shortened is Lambda lambda ? Shorten(lambda) : shortened;
    }

    /// <summary>
    /// A function that only calls a primitive with its parameters first, in order, written as that primitive or as a call without these
    /// arguments; any other function as it is.
    /// </summary>
    private static Expr Shorten(Lambda lambda)
    {
        if (lambda.Body is not Call call || PrimitiveTable.Find(call.Function) is not { Operator: null, Name: not "point" })
            return lambda;
        if (call.Arguments.Count < lambda.Parameters.Count)
            return lambda;
        for (var i = 0; i < lambda.Parameters.Count; i++)
            if (call.Arguments[i] is not Name name || name.Text != lambda.Parameters[i])
                return lambda;
        var rest = call.Arguments.Skip(lambda.Parameters.Count).ToArray();
        if (rest.Any(argument => lambda.Parameters.Any(parameter => Uses(argument, parameter) > 0)))
            return lambda;
        return rest.Length == 0 ? new Name(call.Function, call.At)
            : lambda.Parameters.Count == 1 ? new Call(call.Function, [.. rest], call.At)
            : lambda;
    }

    private static string Letter(int index) => index < 26 ? $"{(char)('a' + index)}" : $"v{index}";
}
