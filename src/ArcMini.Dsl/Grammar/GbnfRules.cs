using System.Text;

namespace ArcMini.Dsl.Grammar;

/// <summary>
/// Grammar rules, written in the order in which they were added. Alternatives that need a rule without alternatives are left out.
/// Alternatives that begin with the same characters share them, because the time of llama.cpp grows with the square of the number of
/// alternatives that are open at one place.
/// </summary>
internal sealed class GbnfRules
{
    private readonly List<(string Name, IReadOnlyList<string> Alternatives)> rules = [];

    /// <summary>Adds a rule with its alternatives. The same alternative is kept once.</summary>
    public void Add(string name, IEnumerable<string> alternatives) => rules.Add((name, [.. alternatives.Distinct()]));

    /// <summary>The rules as GBNF text. Rules that <c>root</c> does not reach are left out.</summary>
    public override string ToString()
    {
        var empty = rules.Where(rule => rule.Alternatives.Count == 0).Select(rule => rule.Name).ToHashSet();
        var used = Reached(empty);
        var text = new StringBuilder();
        foreach (var (name, alternatives) in rules.Where(rule => used.Contains(rule.Name)))
            text.Append($"{name} ::= {string.Join(" | ", Factored(alternatives.Where(alternative => !Needs(alternative, empty))))}\n");
        return text.ToString();
    }

    private static bool Needs(string alternative, HashSet<string> names) => Words(alternative).Any(names.Contains);

    /// <summary>Alternatives with common beginnings written once.</summary>

    private static IEnumerable<string> Factored(IEnumerable<string> alternatives)
    {
        foreach (var group in alternatives.Select(Split).GroupBy(split => split.Literal is [var first, ..] ? $"{first}" : split.After))
        {
            var prefix = group.Select(split => split.Literal).Aggregate(Common);
            if (group.Count() == 1)
                yield return Joined(prefix, group.Single().After);
            else
                yield return Joined(prefix, $"({string.Join(" | ", Factored(group.Select(split => After(split, prefix.Length))))})");
        }
    }

    private static string After((string Literal, string After) split, int length) => Joined(split.Literal[length..], split.After);

    private static string Joined(string literal, string rest) =>
        literal.Length == 0 && rest.Length > 0 ? rest : $"\"{literal}\" {rest}".TrimEnd();

    /// <summary>The literal that an alternative begins with, and the rest. The literal is empty if it would have escapes.</summary>
    private static (string Literal, string After) Split(string alternative)
    {
        if (!alternative.StartsWith('"'))
            return ("", alternative);
        var end = alternative.IndexOf('"', 1);
        var stands = !alternative[..end].Contains('\\') && (end + 1 == alternative.Length || alternative[end + 1] == ' ');
        return stands ? (alternative[1..end], alternative[(end + 1)..].TrimStart()) : ("", alternative);
    }

    private static string Common(string a, string b) => a[..a.AsSpan().CommonPrefixLength(b)];

    /// <summary>The names of the rules that <c>root</c> reaches.</summary>
    private HashSet<string> Reached(HashSet<string> empty)
    {
        var byName = rules.ToDictionary(rule => rule.Name, rule => rule.Alternatives);
        var reached = new HashSet<string> { "root" };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
            foreach (var word in byName[name].Where(alternative => !Needs(alternative, empty)).SelectMany(Words))
                if (byName.ContainsKey(word) && reached.Add(word))
                    open.Enqueue(word);
        return reached;
    }

    /// <summary>The words outside of quotes in an alternative. These are the names of rules, and letters of character ranges.</summary>
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
