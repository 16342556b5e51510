using System.Text;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Grammar;

/// <summary>
/// Writes the language as a GBNF grammar for llama.cpp: every text it derives is a program in canonical spacing, and one that
/// type-checks if its variables are bound to what their places call for. There is one set of rules for each type, and each comes
/// twice: as it is where no variable can be bound, and with the ending <c>-in</c> inside a function or after a <c>let</c>.
/// </summary>
/// <remarks>
/// For a type <c>t</c>: <c>t</c> is any expression; <c>t-head</c> one with which a pipeline can begin; <c>t-to-u</c> the rest of a
/// pipeline that has come to <c>t</c> and is to end in <c>u</c>; <c>t-atom</c> an operand; <c>t-call</c> a call in brackets;
/// <c>f-t-u</c> a function. Pipelines are right-linear, so there is no left recursion, which llama.cpp does not support.
/// llama.cpp follows all open alternatives at once, so rare ones that would double their number are left out: lists of truth values
/// and of lists but grids, comparing lists, empty lists, comments, and variables of more than a letter and a digit.
/// </remarks>
public static class Gbnf
{
    /// <summary>The types that expressions of the grammar have, by the names of their rules.</summary>
    private static readonly IReadOnlyList<(DslType Type, string Name)> Types =
    [
        (DslType.Grid, "grid"), (DslType.Grids, "grids"), (new ListOf(DslType.Grids), "gridss"), (DslType.Int, "int"), (new ListOf(DslType.Int), "ints"),
        (DslType.Color, "color"), (new ListOf(DslType.Color), "colors"), (DslType.Point, "point"), (new ListOf(DslType.Point), "points"), (DslType.Bool, "bool"),
    ];

    private static readonly Dictionary<DslType, string> NameOf = Types.ToDictionary(type => type.Type, type => type.Name);

    /// <summary>The grammar that <c>grammar/arcmini.gbnf</c> holds.</summary>
    public static string Write()
    {
        var rules = new Rules();
        rules.Add("root", ["grid", "let let-in* grid-in"]);
        foreach (var scope in new[] { "", "-in" })
            new Writer(rules, scope).WriteAll();
        rules.Add("name", ["[a-z] [1-9]?"]);
        rules.Add("number", ["\"-\"? [1-9] [0-9]{0,5}", "\"0\"", "\"?\""]);
        rules.Add("color-word", [.. Color.Names.Select(Quoted), "\"?\""]);
        rules.Add("direction", [.. Point.Directions.Select(direction => Quoted(direction.Name)), "\"?\""]);
        rules.Add("cells", [.. Enumerable.Range(1, 10).Select(width => $"\"\\\"\" [0-9.]{{{width}}} (\"/\" [0-9.]{{{width}}}){{0,9}} \"\\\"\"")]);
        rules.Add("calculate", ["\" + \"", "\" - \"", "\" * \"", "\" / \"", "\" % \""]);
        rules.Add("compare", ["\" == \"", "\" != \"", "\" < \"", "\" <= \"", "\" > \"", "\" >= \""]);
        rules.Add("equal", ["\" == \"", "\" != \""]);
        rules.Add("logic", ["\" and \"", "\" or \""]);
        return "# Generated from the primitive table by `arcmini grammar --gbnf`; do not edit.\n" + rules;
    }

    private static string Quoted(string text) => $"\"{text}\"";

    /// <summary>A primitive at one choice of its type letters, perhaps lifted over a list.</summary>
    private sealed record Instance(Primitive Primitive, IReadOnlyList<DslType> Parameters, DslType Result)
    {
        /// <summary>All instances whose types the grammar has.</summary>
        public static IReadOnlyList<Instance> All { get; } = [.. PrimitiveTable.All.SelectMany(Of).DistinctBy(instance => instance.ToString())];

        /// <summary>Whether the printer writes it as a stage of a pipeline.</summary>
        public bool Pipes => Primitive.Signature.Parameters[0].Type is ListOf or GroundType { Name: "Grid" };

        /// <summary>Whether one value may stand for the list at a place: the checker must know by then what the list holds.</summary>
        public bool TakesOne(int place) => place > 0 && Letters(Primitive.Signature.Parameters[place].Type)
            .All(letter => Primitive.Signature.Parameters.Take(place).Any(earlier => Letters(earlier.Type).Contains(letter)));

        /// <inheritdoc/>
        public override string ToString() => $"{Primitive.Name}({string.Join(", ", Parameters)}) -> {Result}";

        private static IEnumerable<Instance> Of(Primitive primitive)
        {
            var signature = primitive.Signature;
            DslType[] types = [.. signature.Parameters.Select(parameter => parameter.Type), signature.Result];
            var letters = types.SelectMany(Letters).Distinct().Where(letter => !IsFree(letter, types)).ToArray();
            foreach (var choice in Choices(letters.Length))
            {
                var bound = letters.Zip(choice).ToDictionary(pair => pair.First, pair => pair.Second);
                DslType[] ground = [.. types.Select(type => Bind(type, bound))];
                if (!ground.All(IsKnown))
                    continue;
                yield return new(primitive, ground[..^1], ground[^1]);
                var lifted = new ListOf(ground[0]);
                if (types[0] is GroundType or ListOf { Item: GroundType } && IsKnown(lifted) && IsKnown(new ListOf(ground[^1])))
                    yield return new(primitive, [lifted, .. ground[1..^1]], new ListOf(ground[^1]));
            }
        }

        private static IEnumerable<IEnumerable<DslType>> Choices(int count) => count == 0
            ? [[]]
            : Choices(count - 1).SelectMany(_ => Types, (rest, type) => rest.Append(type.Type));

        /// <summary>Whether a letter is only what one function gives, so that any type will do there.</summary>
        private static bool IsFree(string letter, DslType[] types) =>
            types.Sum(type => Letters(type).Count(other => other == letter)) == 1 && types.Any(type => type is FunctionOf { Result: TypeVariable result } && result.Name == letter);

        private static IEnumerable<string> Letters(DslType type) => type switch
        {
            TypeVariable variable => [variable.Name],
            ListOf list => Letters(list.Item),
            FunctionOf function => function.Parameters.SelectMany(Letters).Concat(Letters(function.Result)),
            _ => [],
        };

        private static DslType Bind(DslType type, Dictionary<string, DslType> bound) => type switch
        {
            TypeVariable variable => bound.GetValueOrDefault(variable.Name, type),
            ListOf list => new ListOf(Bind(list.Item, bound)),
            FunctionOf function => new FunctionOf([.. function.Parameters.Select(parameter => Bind(parameter, bound))], Bind(function.Result, bound)),
            _ => type,
        };

        private static bool IsKnown(DslType type) => type is FunctionOf function
            ? function.Parameters.All(NameOf.ContainsKey) && (function.Result is TypeVariable || NameOf.ContainsKey(function.Result))
            : NameOf.ContainsKey(type);
    }

    /// <summary>Writes the rules of one scope.</summary>
    private sealed class Writer(Rules rules, string scope)
    {
        private readonly HashSet<FunctionOf> functions = [];

        public void WriteAll()
        {
            rules.Add("let" + scope, [$"\"let \" name \" = \" ({string.Join(" | ", Types.Select(type => type.Name + scope))}) \"\\n\""]);
            foreach (var (type, name) in Types)
            {
                rules.Add(name + scope, Expression(type, name));
                rules.Add($"{name}-head{scope}", Heads(type, name));
                rules.Add($"{name}-atom{scope}", Atoms(type, name));
                rules.Add($"{name}-call{scope}", Calls(type, instance => !instance.Pipes));
                rules.Add($"{name}-prefix{scope}", Calls(type, instance => instance.Pipes));
                foreach (var (end, ending) in Types)
                    rules.Add($"{name}-to-{ending}{scope}", Rest(type, end, ending));
                foreach (var (result, resulting) in Types)
                    rules.Add($"{name}-stage-{resulting}{scope}", Stages(type, result));
                if (type is ListOf { Item: GroundType item })
                    rules.Add($"some-{name}{scope}", [name + scope, NameOf[item] + scope]);
            }
            rules.Add($"int-op{scope}", [$"int-atom{scope} (calculate int-atom{scope})+"]);
            rules.Add($"ints-op{scope}", [$"ints-atom{scope} (calculate int-atom{scope})+"]);
            rules.Add($"int-sum{scope}", [$"int-atom{scope} (calculate int-atom{scope})*"]);
            var equal = Types.Where(type => type.Type == DslType.Grid || type.Type == DslType.Color || type.Type == DslType.Point).Select(type => $"{type.Name}-atom{scope} equal {type.Name}-atom{scope}");
            rules.Add($"bool-test{scope}", [$"int-sum{scope} compare int-sum{scope}", .. equal]);
            rules.Add($"bool-op{scope}", [$"bool-test{scope} (logic bool-term{scope})*", $"bool-atom{scope} (equal bool-atom{scope} (logic bool-term{scope})* | (logic bool-term{scope})+)"]);
            rules.Add($"bool-term{scope}", [$"bool-test{scope}", $"bool-atom{scope} (equal bool-atom{scope})?"]);
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
            foreach (var (source, from) in Types)
                if (source is ListOf || source == DslType.Grid)
                    yield return $"{from}-head{scope} {from}-to-{name}{scope}";
        }

        private IEnumerable<string> Heads(DslType type, string name)
        {
            foreach (var literal in Literals(type))
                yield return literal;
            if (type is ListOf || type == DslType.Grid)
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
                yield return $"\"[\" {NameOf[list.Item]}{scope} (\", \" {NameOf[list.Item]}{scope})* \"]\"";
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

        private IEnumerable<string> Calls(DslType type, Func<Instance, bool> wanted) => Written(0, Instance.All
            .Where(instance => instance.Result == type && wanted(instance) && instance.Primitive.Operator is null && instance.Primitive.Name != "point"));

        private IEnumerable<string> Stages(DslType type, DslType result) => Written(1, Instance.All
            .Where(instance => instance.Parameters[0] == type && instance.Result == result && instance.Pipes));

        private IEnumerable<string> Rest(DslType type, DslType end, string ending)
        {
            if (type is not ListOf && type != DslType.Grid)
                return type == end ? ["\"\""] : [];
            var stages = Types.Where(next => Stages(type, next.Type).Any() && (next.Type == end || next.Type is ListOf || next.Type == DslType.Grid))
                .Select(next => $"{NameOf[type]}-stage-{next.Name}{scope}" + (next.Type is ListOf || next.Type == DslType.Grid ? $" {next.Name}-to-{ending}{scope}" : ""));
            var rest = $"\" |> \" ({string.Join(" | ", stages)})";
            return [type == end ? $"({rest})?" : rest];
        }

        /// <summary>Primitives with their arguments from one on: from 0 a call, from 1 a stage or a function. Each name comes once.</summary>
        private IEnumerable<string> Written(int from, IEnumerable<Instance> instances) => instances.GroupBy(instance => instance.Primitive).Select(group =>
        {
            var name = group.Key.Name;
            if (group.Key.Signature.Parameters.Count == from)
                return $"\"{name}\"";
            var arguments = group.Select(instance => Arguments(instance, from)).Distinct().ToArray();
            return $"\"{name}(\" {(arguments.Length == 1 ? arguments[0] : $"({string.Join(" | ", arguments)})")} \")\"";
        });

        private string Arguments(Instance instance, int from) =>
            string.Join(" \", \" ", instance.Parameters.Skip(from).Select((parameter, i) => parameter switch
            {
                FunctionOf function => Use(function),
                ListOf { Item: GroundType } when instance.TakesOne(i + from) => $"some-{NameOf[parameter]}{scope}",
                _ => NameOf[parameter] + scope,
            }));

        private string Use(FunctionOf function)
        {
            functions.Add(function);
            return Rule(function) + scope;
        }

        private static string Rule(FunctionOf function) =>
            $"f-{string.Join('-', function.Parameters.Select(parameter => NameOf[parameter]))}-{(function.Result is TypeVariable ? "any" : NameOf[function.Result])}";

        private IEnumerable<string> Functions(FunctionOf function)
        {
            if (function.Result is TypeVariable)
                return Types.Select(type => Use(new FunctionOf(function.Parameters, type.Type)));
            var all = Instance.All.Where(instance => !Lexis.Keywords.Contains(instance.Primitive.Name));
            var named = function.Parameters.Count == 1
                ? Written(1, all.Where(instance => instance.Parameters[0] == function.Parameters[0] && instance.Result == function.Result))
                : all.Where(instance => instance.Parameters.SequenceEqual(function.Parameters) && instance.Result == function.Result)
                    .Select(instance => $"\"{instance.Primitive.Name}\"");
            var names = function.Parameters.Count == 1 ? "name" : "\"(\" name \", \" name \")\"";
            return named.Append($"{names} \" => \" {NameOf[function.Result]}-in");
        }
    }

    /// <summary>
    /// Rules in the order they were added. Alternatives that need a rule without alternatives are left out; those that begin with the
    /// same letters share them, because llama.cpp's time grows with the square of the alternatives that are open at one place.
    /// </summary>
    private sealed class Rules
    {
        private readonly List<(string Name, IReadOnlyList<string> Alternatives)> rules = [];

        public void Add(string name, IEnumerable<string> alternatives) => rules.Add((name, [.. alternatives.Distinct()]));

        public override string ToString()
        {
            var empty = rules.Where(rule => rule.Alternatives.Count == 0).Select(rule => rule.Name).ToHashSet();
            var used = Reached(empty);
            var text = new StringBuilder();
            foreach (var (name, alternatives) in rules.Where(rule => used.Contains(rule.Name)))
                text.Append($"{name} ::= {string.Join(" | ", Factored(alternatives.Where(alternative => !Words(alternative).Any(empty.Contains))))}\n");
            return text.ToString();
        }

        private static IEnumerable<string> Factored(IEnumerable<string> alternatives)
        {
            foreach (var group in alternatives.Select(Split).GroupBy(split => split.Literal is [var first, ..] ? $"{first}" : split.After))
            {
                var prefix = group.Select(split => split.Literal).Aggregate(Common);
                if (group.Count() == 1)
                    yield return Joined(prefix, group.Single().After);
                else
                    yield return Joined(prefix, $"({string.Join(" | ", Factored(group.Select(split => Joined(split.Literal[prefix.Length..], split.After))))})");
            }
        }

        private static string Joined(string literal, string rest) => literal.Length == 0 && rest.Length > 0 ? rest : $"\"{literal}\" {rest}".TrimEnd();

        /// <summary>The literal without escapes that an alternative begins with, and what follows.</summary>
        private static (string Literal, string After) Split(string alternative) =>
            alternative.StartsWith('"') && alternative.IndexOf('"', 1) is var end && !alternative[..end].Contains('\\') && (end + 1 == alternative.Length || alternative[end + 1] == ' ')
                ? (alternative[1..end], alternative[(end + 1)..].TrimStart())
                : ("", alternative);

        private static string Common(string a, string b) => a[..a.AsSpan().CommonPrefixLength(b)];

        private HashSet<string> Reached(HashSet<string> empty)
        {
            var byName = rules.ToDictionary(rule => rule.Name, rule => rule.Alternatives);
            var reached = new HashSet<string> { "root" };
            var open = new Queue<string>(reached);
            while (open.TryDequeue(out var name))
                foreach (var word in byName[name].Where(alternative => !Words(alternative).Any(empty.Contains)).SelectMany(Words))
                    if (byName.ContainsKey(word) && reached.Add(word))
                        open.Enqueue(word);
            return reached;
        }

        /// <summary>The names of rules in an alternative: what stands outside quotes and brackets.</summary>
        private static IEnumerable<string> Words(string alternative)
        {
            var word = new StringBuilder();
            var quoted = false;
            foreach (var sign in alternative.Replace("\\\"", "") + " ")
            {
                quoted ^= sign == '"';
                if (!quoted && (char.IsAsciiLetterLower(sign) || sign == '-'))
                {
                    word.Append(sign);
                }
                else if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }
            }
        }
    }
}
