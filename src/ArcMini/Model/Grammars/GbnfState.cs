namespace ArcMini.Model.Grammars;

/// <summary>
/// The state of a parser that has read some bytes: what the grammar allows next. A state never changes. States share their common parts,
/// so that one can be kept for each branch of a generation.
/// </summary>
/// <remarks>
/// <para>
/// A head is a place that the text may have reached: an index into an alternative of a rule, and the call of that rule. A text
/// that can be read in several ways has several heads.
/// </para>
/// <para>
/// Where several heads use the same rule at the same byte, they share one <see cref="RuleCall"/>, which knows all places to return to.
/// This is a graph-structured stack, as in the parsers of Tomita (1987) and of Scott and Johnstone (2010). Without it, the number of
/// heads would grow with the depth to which an ambiguous text is nested.
/// </para>
/// </remarks>
internal sealed class GbnfState
{
    /// <summary>A place in an alternative, and the call of its rule; the root's call is null.</summary>
    private readonly record struct ParseHead(int Place, RuleCall? Call);

    /// <summary>A rule that was entered at some byte, by one head or by several.</summary>
    private sealed class RuleCall
    {
        /// <summary>The places to go on at when the rule ends.</summary>
        public List<ParseHead> Returns { get; } = [];

        /// <summary>Whether no byte was read since the rule was entered. Only then may places to return to be added.</summary>
        public bool IsFresh { get; set; } = true;
    }

    private readonly GbnfGrammar grammar;
    private readonly ParseHead[] heads;

    private GbnfState(GbnfGrammar grammar, ParseHead[] heads) => (this.grammar, this.heads) = (grammar, heads);

    /// <summary>The state before the first byte.</summary>
    public static GbnfState Start(GbnfGrammar grammar)
    {
        var starts = grammar.Alternatives(grammar.Root);
        var heads = new ParseHead[starts.Length];
        for (var i = 0; i < starts.Length; i++)
            heads[i] = new(starts[i], null);
        return new(grammar, heads);
    }

    /// <summary>Whether the text may end here.</summary>
    public bool IsComplete
    {
        get
        {
            var seen = new HashSet<ParseHead>();
            var open = new Stack<ParseHead>(heads);
            while (open.TryPop(out var head))
            {
                if (!seen.Add(head) || !grammar.CanEnd(head.Place))
                    continue;
                if (head.Call is not { } call)
                    return true;
                foreach (var next in call.Returns)
                    open.Push(next);
            }
            return false;
        }
    }

    /// <summary>The state after one more byte; null if the grammar does not allow it.</summary>
    public GbnfState? Next(byte value)
    {
        var found = new List<ParseHead>();
        var seen = new HashSet<ParseHead>();
        var open = new Stack<ParseHead>(heads);
        var calls = new Dictionary<int, RuleCall>();
        while (open.TryPop(out var head))
        {
            if (!seen.Add(head))
                continue;
            // A fresh call has read nothing. Whether its rule can be empty is looked at where the rule is entered, below.
            if (head.Call is { IsFresh: false } ended && grammar.CanEnd(head.Place))
            {
                foreach (var next in ended.Returns)
                    open.Push(next);
            }
            if (!grammar.CanBegin(head.Place, value))
                continue;
            if (grammar.Takes(head.Place, value))
                found.Add(head with { Place = head.Place + 1 });
            if (grammar.RuleAt(head.Place) is not (>= 0 and var rule))
                continue;

            if (!calls.TryGetValue(rule, out var call))
            {
                calls.Add(rule, call = new());
                foreach (var start in grammar.Alternatives(rule))
                    open.Push(new(start, call));
            }
            AddReturn(call, head with { Place = head.Place + 1 });
            if (grammar.IsNullable(rule))
                open.Push(head with { Place = head.Place + 1 });
        }
        foreach (var call in calls.Values)
            call.IsFresh = false;
        return found.Count > 0 ? new(grammar, [.. found]) : null;
    }

    /// <summary>The state after some more bytes; null if the grammar does not allow them.</summary>
    public GbnfState? Next(ReadOnlySpan<byte> bytes)
    {
        var state = this;
        foreach (var value in bytes)
        {
            state = state.Next(value);
            if (state is null)
                return null;
        }
        return state;
    }

    /// <summary>
    /// Adds a place to return to. If that place is the end of its alternative, the places that its own call returns to are added in its
    /// stead, so that a repetition makes no chain of calls.
    /// </summary>
    private void AddReturn(RuleCall call, ParseHead to)
    {
        if (grammar.IsEnd(to.Place) && to.Call is { IsFresh: false } caller)
            call.Returns.AddRange(caller.Returns);
        else
            call.Returns.Add(to);
    }
}
