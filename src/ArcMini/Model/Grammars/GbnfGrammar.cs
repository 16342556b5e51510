namespace ArcMini.Model.Grammars;

/// <summary>
/// A grammar in llama.cpp's GBNF, compiled to rules over bytes. Every alternative of a rule is a row of symbols in one array, and ends
/// with an end symbol. A place is an index into that array.
/// </summary>
internal sealed class GbnfGrammar
{
    /// <summary>The symbol that ends an alternative. Less than it is a byte set, from 0 on a rule.</summary>
    private const int End = -1;

    private readonly int[] symbols;
    private readonly ByteSet[] sets;
    private readonly int[][] alternatives;
    private readonly bool[] nullable;

    /// <summary>For each place, and for each rule, the bytes that a text from there on can begin with.</summary>
    private readonly ByteSet[] first, firstOfRule;

    /// <summary>For each place, whether the rest of its alternative can be empty.</summary>
    private readonly bool[] canEnd;

    internal GbnfGrammar(IReadOnlyList<GbnfRule> rules, int root)
    {
        Root = root;
        var rows = new List<int>();
        var terminals = new Dictionary<ByteSet, int>();
        alternatives = new int[rules.Count][];
        for (var rule = 0; rule < rules.Count; rule++)
        {
            alternatives[rule] = new int[rules[rule].Alternatives.Count];
            for (var i = 0; i < alternatives[rule].Length; i++)
            {
                alternatives[rule][i] = rows.Count;
                foreach (var symbol in rules[rule].Alternatives[i]) rows.Add(symbol.Set is { } set ? Terminal(set) : symbol.Rule);
                rows.Add(End);
            }
        }
        (symbols, sets) = ([.. rows], [.. terminals.Keys]);
        nullable = new bool[rules.Count];
        canEnd = new bool[symbols.Length];
        first = new ByteSet[symbols.Length];
        firstOfRule = new ByteSet[rules.Count];
        while (ImproveNullable()) ;
        CheckLeftRecursion(rules);
        while (ImproveFirst()) ;

        int Terminal(ByteSet set)
        {
            if (!terminals.TryGetValue(set, out var number)) terminals.Add(set, number = terminals.Count);
            return -2 - number;
        }
    }

    /// <summary>The rule that every text follows.</summary>
    public int Root { get; }

    /// <summary>Reads a grammar, whose root rule is named <c>root</c>.</summary>
    /// <exception cref="ModelException">The text is no grammar, or a rule is left-recursive.</exception>
    public static GbnfGrammar Parse(string text) => new GbnfParser(text).Parse();

    /// <summary>Whether a place is the end of its alternative.</summary>
    public bool IsEnd(int place) => symbols[place] == End;

    /// <summary>The rule at a place; -1 if there is a byte set or the end.</summary>
    public int RuleAt(int place) => Math.Max(symbols[place], -1);

    /// <summary>Whether a place has a byte set that contains a byte.</summary>
    public bool Takes(int place, byte value) => symbols[place] < End && sets[-2 - symbols[place]].Contains(value);

    /// <summary>The places at which the alternatives of a rule begin.</summary>
    public ReadOnlySpan<int> Alternatives(int rule) => alternatives[rule];

    /// <summary>Whether the rest of an alternative, from a place on, can begin with a byte.</summary>
    public bool CanBegin(int place, byte value) => first[place].Contains(value);

    /// <summary>Whether the rest of an alternative, from a place on, can be empty.</summary>
    public bool CanEnd(int place) => canEnd[place];

    /// <summary>Whether a rule can be empty.</summary>
    public bool IsNullable(int rule) => nullable[rule];

    /// <summary>One pass of the fixed point of "can be empty". Returns whether anything changed.</summary>
    private bool ImproveNullable()
    {
        var improved = false;
        for (var place = symbols.Length - 1; place >= 0; place--)
        {
            var ends = IsEnd(place) || symbols[place] >= 0 && nullable[symbols[place]] && canEnd[place + 1];
            improved |= ends != canEnd[place];
            canEnd[place] = ends;
        }
        for (var rule = 0; rule < nullable.Length; rule++)
        {
            var empty = alternatives[rule].Any(CanEnd);
            improved |= empty != nullable[rule];
            nullable[rule] = empty;
        }
        return improved;
    }

    /// <summary>One pass of the fixed point of the first bytes. Returns whether anything changed.</summary>
    private bool ImproveFirst()
    {
        var improved = false;
        for (var place = symbols.Length - 1; place >= 0; place--)
        {
            if (IsEnd(place)) continue;
            var bytes = symbols[place] < End ? sets[-2 - symbols[place]] : firstOfRule[symbols[place]];
            if (symbols[place] >= 0 && nullable[symbols[place]]) bytes |= first[place + 1];
            first[place] = bytes;
        }
        for (var rule = 0; rule < nullable.Length; rule++)
        {
            var bytes = default(ByteSet);
            foreach (var start in alternatives[rule]) bytes |= first[start];
            improved |= bytes != firstOfRule[rule];
            firstOfRule[rule] = bytes;
        }
        return improved;
    }

    /// <summary>Refuses a rule that can begin with itself: to expand it would not end.</summary>
    private void CheckLeftRecursion(IReadOnlyList<GbnfRule> rules)
    {
        var before = new int[rules.Count]; // for each rule, how many rules can begin with it that are not yet settled
        var begins = new List<int>[rules.Count];
        for (var rule = 0; rule < rules.Count; rule++)
        {
            begins[rule] = [];
            foreach (var start in alternatives[rule])
            {
                for (var place = start; symbols[place] >= 0; place++)
                {
                    begins[rule].Add(symbols[place]);
                    if (!nullable[symbols[place]]) break;
                }
            }
            foreach (var other in begins[rule]) before[other]++;
        }
        var settled = new Stack<int>(Enumerable.Range(0, rules.Count).Where(rule => before[rule] == 0));
        var left = rules.Count;
        for (; settled.TryPop(out var rule); left--)
        {
            foreach (var other in begins[rule])
                if (--before[other] == 0) settled.Push(other);
        }
        if (left == 0) return;

        // Each rule that is left begins another rule that is left. So going from rule to rule reaches a circle.
        var seen = new HashSet<int>();
        var circular = Array.FindIndex(before, n => n > 0);
        while (seen.Add(circular))
            circular = Enumerable.Range(0, rules.Count).First(rule => before[rule] > 0 && begins[rule].Contains(circular));
        throw new ModelException($"the grammar is faulty: the rule {rules[circular].Name} can begin with itself");
    }
}

/// <summary>A rule as it was read: alternatives, each a sequence of symbols.</summary>
internal sealed record GbnfRule(string Name, List<IReadOnlyList<GbnfSymbol>> Alternatives);

/// <summary>A byte out of a set, or what a rule says.</summary>
internal readonly record struct GbnfSymbol(ByteSet? Set, int Rule);
