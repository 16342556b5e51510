using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;

namespace ArcMini.Dsl.Grammar;

/// <summary>Writes the rules of one scope: outside (suffix empty) or inside (suffix <c>-in</c>) of functions and <c>let</c>s.</summary>
/// <remarks>
/// The rules for a type <c>t</c>: <c>t</c> is any expression; <c>t-head</c> is an expression that can begin a pipeline; <c>t-to-u</c>
/// is the rest of a pipeline that has reached type <c>t</c> and ends in <c>u</c>; <c>t-stage-u</c> is one stage; <c>t-atom</c> is an
/// operand; <c>t-call</c> and <c>t-prefix</c> are calls with all arguments in brackets; <c>f-t-u</c> is a function. Pipelines are
/// right-linear, because llama.cpp does not support left recursion.
/// </remarks>
internal sealed class GbnfScope(GbnfRules rules, string scope)
{
    private readonly HashSet<FunctionOf> functions = [];

    /// <summary>Adds all rules of the scope.</summary>
    public void WriteAll()
    {
        var all = string.Join(" | ", GbnfTypes.All.Select(type => type.Name + scope));
        rules.Add("let" + scope, [$"\"let \" name \" = \" ({all}) \"\\n\""]);
        foreach (var (type, name) in GbnfTypes.All)
            WriteType(type, name);
        WriteOperators();
        WriteFunctions();
    }

    private void WriteType(DslType type, string name)
    {
        rules.Add(name + scope, Expression(type, name));
        rules.Add($"{name}-head{scope}", Heads(type, name));
        rules.Add($"{name}-atom{scope}", Atoms(type, name));
        rules.Add($"{name}-call{scope}", Calls(type, instance => !instance.IsStage));
        rules.Add($"{name}-prefix{scope}", Calls(type, instance => instance.IsStage));
        foreach (var (end, ending) in GbnfTypes.All)
            rules.Add($"{name}-to-{ending}{scope}", Rest(type, end, ending));
        foreach (var (result, resulting) in GbnfTypes.All)
            rules.Add($"{name}-stage-{resulting}{scope}", Stages(type, result));
        if (type is ListOf { Item: GroundType item })
            rules.Add($"some-{name}{scope}", [name + scope, GbnfTypes.NameOf(item) + scope]);
    }

    private void WriteOperators()
    {
        rules.Add($"int-op{scope}", [$"int-atom{scope} (calculate int-atom{scope})+"]);
        rules.Add($"ints-op{scope}", [$"ints-atom{scope} (calculate int-atom{scope})+"]);
        rules.Add($"int-sum{scope}", [$"int-atom{scope} (calculate int-atom{scope})*"]);
        var equal = new[] { "grid", "color", "point" }.Select(name => $"{name}-atom{scope} equal {name}-atom{scope}");
        rules.Add($"bool-test{scope}", [$"int-sum{scope} compare int-sum{scope}", .. equal]);
        rules.Add($"bool-op{scope}",
        [
            $"bool-test{scope} (logic bool-term{scope})*",
            $"bool-atom{scope} (equal bool-atom{scope} (logic bool-term{scope})* | (logic bool-term{scope})+)",
        ]);
        rules.Add($"bool-term{scope}", [$"bool-test{scope}", $"bool-atom{scope} (equal bool-atom{scope})?"]);
    }

    /// <summary>Adds a rule for each function type that an argument needs. These rules may need further function types.</summary>
    private void WriteFunctions()
    {
        var written = new HashSet<string>();
        while (functions.FirstOrDefault(function => !written.Contains(Rule(function))) is { } next)
        {
            written.Add(Rule(next));
            rules.Add(Rule(next) + scope, Functions(next));
        }
    }

    /// <summary>An expression where any may stand: a choice, operators, or a pipeline.</summary>
    private IEnumerable<string> Expression(DslType type, string name)
    {
        yield return $"\"if \" bool{scope} \" then \" {name}{scope} \" else \" {name}{scope}";
        if (type == DslType.Int || type == DslType.Bool)
            yield return $"{name}-op{scope}";
        if (type is GroundType && type != DslType.Grid)
            yield return $"{name}-head{scope}";
        foreach (var (source, from) in GbnfTypes.All)
            if (GbnfTypes.Pipes(source))
                yield return $"{from}-head{scope} {from}-to-{name}{scope}";
    }

    private IEnumerable<string> Heads(DslType type, string name)
    {
        foreach (var literal in Literals(type))
            yield return literal;
        if (GbnfTypes.Pipes(type))
            yield return Bracketed(name);
        if (name == "ints")
            yield return $"ints-op{scope}";
        yield return $"{name}-call{scope}";
    }

    private IEnumerable<string> Atoms(DslType type, string name)
    {
        foreach (var literal in Literals(type))
            yield return literal;
        yield return Bracketed(name);
        if (name is "int" or "bool" or "ints")
            yield return $"\"(\" {name}-op{scope} \")\"";
        yield return $"{name}-call{scope}";
        yield return $"{name}-prefix{scope}";
    }

    private string Bracketed(string name) => $"\"(if \" bool{scope} \" then \" {name}{scope} \" else \" {name}{scope} \")\"";

    private IEnumerable<string> Literals(DslType type)
    {
        if (scope != "")
            yield return "name";
        if (type == DslType.Grid)
            yield return "\"input\"";
        if (type is ListOf list)
            yield return $"\"[\" {GbnfTypes.NameOf(list.Item)}{scope} (\", \" {GbnfTypes.NameOf(list.Item)}{scope})* \"]\"";
        if (type == DslType.Point)
            yield return $"\"(\" int{scope} \", \" int{scope} \")\"";
        if (type == DslType.Bool)
        {
            yield return "\"true\"";
            yield return "\"false\"";
        }
        if (type is GroundType { Name: not "Bool" } ground)
            yield return ground.Name switch { "Grid" => "cells", "Int" => "number", "Color" => "color-word", _ => "direction" };
    }

    private IEnumerable<string> Calls(DslType type, Func<GbnfInstance, bool> wanted) => Written(0, GbnfInstance.All.Where(instance =>
        instance.Result == type && wanted(instance) && instance.Primitive.Operator is null && instance.Primitive.Name != "point"));

    private IEnumerable<string> Stages(DslType type, DslType result) => Written(1, GbnfInstance.All
        .Where(instance => instance.Parameters[0] == type && instance.Result == result && instance.IsStage));

    private IEnumerable<string> Rest(DslType type, DslType end, string ending)
    {
        if (!GbnfTypes.Pipes(type))
            return type == end ? ["\"\""] : [];
        var stages = from next in GbnfTypes.All
                     where Stages(type, next.Type).Any() && (next.Type == end || GbnfTypes.Pipes(next.Type))
                     let stage = $"{GbnfTypes.NameOf(type)}-stage-{next.Name}{scope}"
                     select GbnfTypes.Pipes(next.Type) ? $"{stage} {next.Name}-to-{ending}{scope}" : stage;
        var rest = $"\" |> \" ({string.Join(" | ", stages)})";
        return [type == end ? $"({rest})?" : rest];
    }

    /// <summary>
    /// Primitives with their arguments from one on: from 0 for a call, from 1 for a stage or a function. Each primitive comes once.
    /// </summary>
    private IEnumerable<string> Written(int from, IEnumerable<GbnfInstance> instances) =>
        instances.GroupBy(instance => instance.Primitive).Select(group =>
        {
            var name = group.Key.Name;
            if (group.Key.Signature.Parameters.Count == from)
                return $"\"{name}\"";
            var arguments = group.Select(instance => Arguments(instance, from)).Distinct().ToArray();
            return $"\"{name}(\" {(arguments.Length == 1 ? arguments[0] : $"({string.Join(" | ", arguments)})")} \")\"";
        });

    private string Arguments(GbnfInstance instance, int from) =>
        string.Join(" \", \" ", instance.Parameters.Skip(from).Select((parameter, i) => parameter switch
        {
            FunctionOf function => Use(function),
            ListOf { Item: GroundType } when instance.TakesOne(i + from) => $"some-{GbnfTypes.NameOf(parameter)}{scope}",
            _ => GbnfTypes.NameOf(parameter) + scope,
        }));

    private string Use(FunctionOf function)
    {
        functions.Add(function);
        return Rule(function) + scope;
    }

    private static string Rule(FunctionOf function)
    {
        var parameters = string.Join('-', function.Parameters.Select(GbnfTypes.NameOf));
        return $"f-{parameters}-{(function.Result is TypeVariable ? "any" : GbnfTypes.NameOf(function.Result))}";
    }

    private IEnumerable<string> Functions(FunctionOf function)
    {
        if (function.Result is TypeVariable)
            return GbnfTypes.All.Select(type => Use(new FunctionOf(function.Parameters, type.Type)));
        var all = GbnfInstance.All.Where(instance => !Lexis.Keywords.Contains(instance.Primitive.Name));
        var named = function.Parameters.Count == 1
            ? Written(1, all.Where(instance => instance.Parameters[0] == function.Parameters[0] && instance.Result == function.Result))
            : all.Where(instance => instance.Parameters.SequenceEqual(function.Parameters) && instance.Result == function.Result)
                .Select(instance => $"\"{instance.Primitive.Name}\"");
        var names = function.Parameters.Count == 1 ? "name" : "\"(\" name \", \" name \")\"";
        return named.Append($"{names} \" => \" {GbnfTypes.NameOf(function.Result)}-in");
    }
}
