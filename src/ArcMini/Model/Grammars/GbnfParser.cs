using System.Globalization;
using System.Text;

namespace ArcMini.Model.Grammars;

/// <summary>
/// Reads the text of a grammar in llama.cpp's GBNF. All of it is supported but terminals by token (<c>&lt;[10]&gt;</c>).
/// </summary>
internal sealed class GbnfParser(string text)
{
    private const int MaxRepetitions = 2000, MaxDepth = 200;

    private readonly List<GbnfRule> rules = [];
    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<int, int> firstUse = [];
    private int at, depth;

    /// <summary>Reads the whole text.</summary>
    public GbnfGrammar Parse()
    {
        SkipBlanks(lines: true);
        while (at < text.Length) Rule();
        foreach (var (number, place) in firstUse)
        {
            at = place;
            if (rules[number].Alternatives.Count == 0) throw Fault($"the rule {rules[number].Name} is not defined");
        }
        at = text.Length;
        return numbers.TryGetValue("root", out var root) ? new(rules, root) : throw Fault("there is no rule root");
    }

    private void Rule()
    {
        var start = at;
        var number = Number(Name());
        SkipBlanks(lines: false);
        if (!Take("::=")) throw Fault("expected ::=");
        if (rules[number].Alternatives.Count > 0)
        {
            at = start;
            throw Fault($"the rule {rules[number].Name} is defined twice");
        }
        SkipBlanks(lines: true);
        Alternatives(number, nested: false);
        SkipBlanks(lines: true);
    }

    private void Alternatives(int rule, bool nested)
    {
        var alternatives = new List<IReadOnlyList<GbnfSymbol>>();
        do
        {
            SkipBlanks(lines: true);
            alternatives.Add(Sequence(nested));
        }
        while (Take("|"));
        if (!nested && at < text.Length && text[at] is not ('\r' or '\n')) throw Fault("expected an element, | or the end of the rule");
        rules[rule].Alternatives.AddRange(alternatives);
    }

    private List<GbnfSymbol> Sequence(bool nested)
    {
        var sequence = new List<GbnfSymbol>();
        while (at < text.Length && Element() is { } element)
        {
            SkipBlanks(nested);
            sequence.AddRange(Repeated(element));
            SkipBlanks(nested);
        }
        return sequence;
    }

    private List<GbnfSymbol>? Element() => text[at] switch
    {
        '"' => Literal(),
        '[' => Class(),
        '.' => Any(),
        '(' => Group(),
        '<' or '!' => throw Fault("terminals by token are not supported"),
        var c when IsNameLetter(c) => Reference(),
        _ => null,
    };

    private List<GbnfSymbol> Literal()
    {
        var symbols = new List<GbnfSymbol>();
        for (at++; !Take("\"");)
        {
            foreach (var value in Encoding.UTF8.GetBytes(CodePoint().ToString())) symbols.Add(new(ByteSet.Of(value), 0));
        }
        return symbols;
    }

    private List<GbnfSymbol> Class()
    {
        at++;
        var negated = Take("^");
        var ranges = new List<(int First, int Last)>();
        while (!Take("]"))
        {
            var first = CodePoint().Value;
            var last = first;
            if (at + 1 < text.Length && text[at] == '-' && text[at + 1] != ']')
            {
                at++;
                last = CodePoint().Value;
                if (last < first) throw Fault("the range ends before it begins");
            }
            ranges.Add((first, last));
        }
        return OneOf(negated ? Complement(ranges) : ranges);
    }

    private List<GbnfSymbol> Any()
    {
        at++;
        return OneOf([(0, Utf8Ranges.Last)]);
    }

    private static List<(int First, int Last)> Complement(List<(int First, int Last)> ranges)
    {
        var complement = new List<(int, int)>();
        var next = 0;
        foreach (var (first, last) in ranges.Order())
        {
            if (first > next) complement.Add((next, first - 1));
            next = Math.Max(next, last + 1);
        }
        if (next <= Utf8Ranges.Last) complement.Add((next, Utf8Ranges.Last));
        return complement;
    }

    /// <summary>
    /// One character of the ranges. Characters of one byte are one symbol; where there are longer ones, all are alternatives of a new rule.
    /// </summary>
    private List<GbnfSymbol> OneOf(List<(int First, int Last)> ranges)
    {
        var forms = ranges.SelectMany(range => Utf8Ranges.Of(range.First, range.Last)).ToList();
        var single = forms.Where(form => form.Length == 1).Aggregate(default(ByteSet), (set, form) => set | form[0]);
        if (forms.All(form => form.Length == 1)) return [new(single, 0)];
        IEnumerable<ByteSet[]> rows = [.. single == default ? (ByteSet[][])[] : [[single]], .. forms.Where(form => form.Length > 1)];
        return [new(null, NewRule(rows.Select(form => (IReadOnlyList<GbnfSymbol>)[.. form.Select(set => new GbnfSymbol(set, 0))])))];
    }

    private List<GbnfSymbol> Group()
    {
        at++;
        if (++depth > MaxDepth) throw Fault($"brackets are nested more than {MaxDepth} deep");
        var rule = NewRule([]);
        Alternatives(rule, nested: true);
        if (!Take(")")) throw Fault("expected an element, | or )");
        depth--;
        return [new(null, rule)];
    }

    private List<GbnfSymbol> Reference()
    {
        var place = at;
        var number = Number(Name());
        firstUse.TryAdd(number, place);
        return [new(null, number)];
    }

    private List<GbnfSymbol> Repeated(List<GbnfSymbol> element)
    {
        var (least, most) = Repetition();
        if ((least, most) == (1, 1)) return element;
        var item = element.Count == 1 ? element[0] : new(null, NewRule([element]));
        var repeated = Enumerable.Repeat(item, least).ToList();
        if (most is null)
        {
            var rest = NewRule([]);
            rules[rest].Alternatives.AddRange([[item, new(null, rest)], []]);
            repeated.Add(new(null, rest));
        }
        var optional = -1;
        for (var i = least; i < most; i++)
        {
            IReadOnlyList<GbnfSymbol> more = optional < 0 ? [item] : [item, new(null, optional)];
            optional = NewRule([more, []]);
        }
        if (optional >= 0) repeated.Add(new(null, optional));
        return repeated;
    }

    /// <summary>The least and the most repetitions; the most is null for any number.</summary>
    private (int Least, int? Most) Repetition()
    {
        if (Take("*")) return (0, null);
        if (Take("+")) return (1, null);
        if (Take("?")) return (0, 1);
        if (!Take("{")) return (1, 1);
        var least = Count();
        var most = Take(",") ? Count() : least ?? throw Fault("expected a number of repetitions");
        if (most < (least ?? 0)) throw Fault("the most repetitions are fewer than the least");
        return Take("}") ? (least ?? 0, most) : throw Fault("expected }");
    }

    private int? Count()
    {
        SkipBlanks(lines: false);
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at == start) return null;
        var digits = text.AsSpan(start, at - start);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MaxRepetitions)
            throw Fault($"more than {MaxRepetitions} repetitions are not supported");
        SkipBlanks(lines: false);
        return count;
    }

    private Rune CodePoint()
    {
        if (at >= text.Length) throw Fault("the text ends within a terminal");
        if (text[at] == '\\') return Escape();
        if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            throw Fault("expected a character, found half of one");
        at += length;
        return rune;
    }

    private Rune Escape()
    {
        var c = at + 1 < text.Length ? text[at + 1] : '\0';
        var digits = c switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            var end = Math.Min(at + 2 + digits, text.Length);
            if (!uint.TryParse(text.AsSpan((at + 2)..end), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                || end - at - 2 < digits || !Rune.IsValid(value))
            {
                throw Fault($"expected a character's number of {digits} hexadecimal digits");
            }
            at = end;
            return new(value);
        }
        var meant = c switch
        {
            't' => '\t',
            'r' => '\r',
            'n' => '\n',
            '\\' or '"' or '[' or ']' or '-' or '^' => c,
            _ => throw Fault("unknown escape"),
        };
        at += 2;
        return new(meant);
    }

    private string Name()
    {
        var start = at;
        while (at < text.Length && IsNameLetter(text[at])) at++;
        return at > start ? text[start..at] : throw Fault("expected the name of a rule");
    }

    private int Number(string name)
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            numbers.Add(name, number = rules.Count);
            rules.Add(new(name, []));
        }
        return number;
    }

    private int NewRule(IEnumerable<IReadOnlyList<GbnfSymbol>> alternatives)
    {
        rules.Add(new($"made at character {at + 1}", [.. alternatives]));
        return rules.Count - 1;
    }

    private bool Take(string expected)
    {
        if (!text.AsSpan(at).StartsWith(expected)) return false;
        at += expected.Length;
        return true;
    }

    private void SkipBlanks(bool lines)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '#')
            {
                while (at + 1 < text.Length && text[at + 1] is not ('\r' or '\n')) at++;
            }
            else if (text[at] is not (' ' or '\t') && !(lines && text[at] is '\r' or '\n')) return;
        }
    }

    private static bool IsNameLetter(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';

    private string Place()
    {
        var before = text.AsSpan(0, Math.Min(at, text.Length));
        return $"line {before.Count('\n') + 1}, column {before.Length - before.LastIndexOf('\n')}";
    }

    private ModelException Fault(string what) => new($"the grammar is faulty at {Place()}: {what}");
}
