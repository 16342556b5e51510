using System.Text;

namespace ArcMini.Dsl.Tests.Grammar;

/// <summary>A reader of the part of GBNF that the generated grammar uses, which can sample from it and recognise texts.</summary>
public sealed class GbnfText
{
    private readonly Dictionary<string, Part> rules = [];
    private readonly Dictionary<string, int> heights = [];

    public GbnfText(string text)
    {
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')))
            if (line.Split(" ::= ", 2) is [var name, var body])
                rules.Add(name, new Reader(body).Whole());
            else
                throw new FormatException($"no rule: {line}");
        foreach (var rule in rules.Keys)
            heights[rule] = int.MaxValue / 4;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (name, part) in rules)
                if (Height(part) + 1 is var height && height < heights[name])
                    (heights[name], changed) = (height, true);
        }
    }

    public IEnumerable<string> Rules => rules.Keys;

    /// <summary>The rules that derive no text.</summary>
    public IEnumerable<string> Barren => heights.Where(rule => rule.Value >= int.MaxValue / 4).Select(rule => rule.Key);

    /// <summary>The most alternatives, of one rule, that begin at one place.</summary>
    public int Widest => rules.Values.Max(part => part is Alternatives alternatives ? alternatives.Parts.Length : 1);

    /// <summary>The rules that reach themselves without a sign in between, which llama.cpp refuses.</summary>
    public IEnumerable<string> LeftRecursive => rules.Keys.Where(rule => Leading(rules[rule], []).Contains(rule));

    /// <summary>A text of the grammar; below <paramref name="depth"/> rules it takes the shortest way to an end.</summary>
    public string Sample(Random random, int depth)
    {
        var text = new StringBuilder();
        Sample(new Rule("root"), text, random, depth);
        return text.ToString();
    }

    /// <summary>Whether the grammar derives a text.</summary>
    public bool Derives(string text) => Furthest(text) is var (ends, _) && ends;

    /// <summary>Whether the grammar derives a text, and how far it got.</summary>
    public (bool Derives, int Furthest) Furthest(string text)
    {
        var furthest = 0;
        var memo = new Dictionary<(string, int), HashSet<int>>();
        return (Ends(new Rule("root"), 0).Contains(text.Length), furthest);

        HashSet<int> Ends(Part part, int from)
        {
            furthest = Math.Max(furthest, from);
            switch (part)
            {
                case Literal literal:
                    return string.CompareOrdinal(text, from, literal.Text, 0, literal.Text.Length) == 0 ? [from + literal.Text.Length] : [];
                case Signs signs:
                    return from < text.Length && signs.Members.Contains(text[from]) ? [from + 1] : [];
                case Sequence sequence:
                    HashSet<int> ends = [from];
                    foreach (var next in sequence.Parts)
                        ends = [.. ends.SelectMany(end => Ends(next, end))];
                    return ends;
                case Alternatives alternatives:
                    return [.. alternatives.Parts.SelectMany(one => Ends(one, from))];
                case Repeat repeat:
                    HashSet<int> reached = repeat.Least == 0 ? [from] : [];
                    HashSet<int> frontier = [from];
                    for (var i = 1; i <= repeat.Most && frontier.Count > 0; i++)
                    {
                        frontier =
                        [
                            .. frontier.SelectMany(end => Ends(repeat.Part, end))
                                .Where(end => !reached.Contains(end) || i < repeat.Least),
                        ];
                        if (i >= repeat.Least)
                            reached.UnionWith(frontier);
                    }
                    return reached;
                case Rule rule:
                    if (!memo.TryGetValue((rule.Name, from), out var known))
                        memo[(rule.Name, from)] = known = Ends(rules[rule.Name], from);
                    return known;
                default:
                    throw new InvalidOperationException();
            }
        }
    }

    private void Sample(Part part, StringBuilder text, Random random, int depth)
    {
        switch (part)
        {
            case Literal literal:
                text.Append(literal.Text);
                break;
            case Signs signs:
                text.Append(signs.Members[random.Next(signs.Members.Length)]);
                break;
            case Sequence sequence:
                foreach (var next in sequence.Parts)
                    Sample(next, text, random, depth);
                break;
            case Alternatives alternatives:
                var allowed = alternatives.Parts.Where(one => Height(one) <= depth).ToArray();
                Sample(allowed.Length > 0 ? allowed[random.Next(allowed.Length)] : alternatives.Parts.MinBy(Height)!, text, random, depth);
                break;
            case Repeat repeat:
                var most = Height(repeat.Part) <= depth ? Math.Min(repeat.Most, repeat.Least + 2) : repeat.Least;
                for (var count = random.Next(repeat.Least, most + 1); count > 0; count--)
                    Sample(repeat.Part, text, random, depth);
                break;
            case Rule rule:
                Sample(rules[rule.Name], text, random, depth - 1);
                break;
        }
    }

    /// <summary>How many rules deep the shortest text of a part is.</summary>
    private int Height(Part part) => part switch
    {
        Rule rule => heights[rule.Name],
        Sequence sequence => sequence.Parts.Select(Height).DefaultIfEmpty(0).Max(),
        Alternatives alternatives => alternatives.Parts.Min(Height),
        Repeat repeat => repeat.Least == 0 ? 0 : Height(repeat.Part),
        _ => 0,
    };

    private HashSet<string> Leading(Part part, HashSet<string> seen)
    {
        switch (part)
        {
            case Rule rule when seen.Add(rule.Name):
                Leading(rules[rule.Name], seen);
                break;
            case Sequence sequence:
                foreach (var next in sequence.Parts)
                {
                    Leading(next, seen);
                    if (!Empty(next, []))
                        break;
                }
                break;
            case Alternatives alternatives:
                foreach (var one in alternatives.Parts)
                    Leading(one, seen);
                break;
            case Repeat repeat:
                Leading(repeat.Part, seen);
                break;
        }
        return seen;
    }

    private bool Empty(Part part, HashSet<string> open) => part switch
    {
        Literal literal => literal.Text.Length == 0,
        Sequence sequence => sequence.Parts.All(next => Empty(next, open)),
        Alternatives alternatives => alternatives.Parts.Any(one => Empty(one, open)),
        Repeat repeat => repeat.Least == 0 || Empty(repeat.Part, open),
        Rule rule => open.Add(rule.Name) && Empty(rules[rule.Name], open),
        _ => false,
    };

    private abstract record Part;

    private sealed record Literal(string Text) : Part;

    private sealed record Signs(string Members) : Part;

    private sealed record Sequence(Part[] Parts) : Part;

    private sealed record Alternatives(Part[] Parts) : Part;

    private sealed record Repeat(Part Part, int Least, int Most) : Part;

    private sealed record Rule(string Name) : Part;

    private sealed class Reader(string text)
    {
        private int at;

        public Part Whole()
        {
            var part = Choice();
            return at == text.Length ? part : throw new FormatException($"'{text[at]}' at {at} of {text}");
        }

        private Part Choice()
        {
            var parts = new List<Part> { Row() };
            while (Take('|'))
                parts.Add(Row());
            return parts.Count == 1 ? parts[0] : new Alternatives([.. parts]);
        }

        private Part Row()
        {
            var parts = new List<Part>();
            Blanks();
            while (at < text.Length && text[at] is not ('|' or ')'))
            {
                parts.Add(Repeated(One()));
                Blanks();
            }
            return parts.Count == 1 ? parts[0] : new Sequence([.. parts]);
        }

        private Part One()
        {
            if (Take('('))
            {
                var inner = Choice();
                return Take(')') ? inner : throw new FormatException($"')' is missing in {text}");
            }
            if (Take('"'))
            {
                var literal = new StringBuilder();
                for (; text[at] != '"'; at++)
                    literal.Append(text[at] == '\\' ? text[++at] == 'n' ? '\n' : text[at] : text[at]);
                at++;
                return new Literal(literal.ToString());
            }
            if (Take('['))
            {
                var members = new StringBuilder();
                for (; text[at] != ']'; at++)
                    if (text[at + 1] == '-' && text[at + 2] != ']')
                    {
                        for (var sign = text[at]; sign <= text[at + 2]; sign++)
                            members.Append(sign);
                        at += 2;
                    }
                    else
                    {
                        members.Append(text[at]);
                    }
                at++;
                return new Signs(members.ToString());
            }
            var from = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-'))
                at++;
            return at > from ? new Rule(text[from..at]) : throw new FormatException($"'{text[at]}' at {at} of {text}");
        }

        private Part Repeated(Part part)
        {
            if (at == text.Length)
                return part;
            switch (text[at])
            {
                case '*':
                    at++;
                    return new Repeat(part, 0, int.MaxValue);
                case '+':
                    at++;
                    return new Repeat(part, 1, int.MaxValue);
                case '?':
                    at++;
                    return new Repeat(part, 0, 1);
                case '{':
                    var end = text.IndexOf('}', at);
                    var bounds = text[(at + 1)..end].Split(',').Select(int.Parse).ToArray();
                    at = end + 1;
                    return new Repeat(part, bounds[0], bounds[^1]);
                default:
                    return part;
            }
        }

        private bool Take(char sign)
        {
            Blanks();
            if (at == text.Length || text[at] != sign)
                return false;
            at++;
            return true;
        }

        private void Blanks()
        {
            while (at < text.Length && text[at] == ' ')
                at++;
        }
    }
}
