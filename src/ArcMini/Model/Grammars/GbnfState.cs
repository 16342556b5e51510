namespace ArcMini.Model.Grammars;

/// <summary>
/// Where a text can stand in a grammar after some bytes. A state never changes, and shares with those before it what they have in
/// common.
/// </summary>
/// <remarks>
/// Uses of one rule that begin at the same byte are one <see cref="RuleCall"/> with several places to return to (a graph-structured
/// stack, as in Tomita's and Scott and Johnstone's parsers), so that an ambiguous grammar costs no more the deeper a text is nested.
/// </remarks>
internal sealed class GbnfState
{
    /// <summary>A place in an alternative of the rule that was called; the root's call is null.</summary>
    private readonly record struct ParseHead(int Place, RuleCall? Call);

    /// <summary>Uses of a rule from one byte on: the places to go on at behind it.</summary>
    private sealed class RuleCall
    {
        public List<ParseHead> Returns { get; } = [];

        /// <summary>Whether no byte has been taken since, so that further returns may be added.</summary>
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
        for (var i = 0; i < starts.Length; i++) heads[i] = new(starts[i], null);
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
                if (!seen.Add(head) || !grammar.CanEnd(head.Place)) continue;
                if (head.Call is not { } call) return true;
                foreach (var next in call.Returns) open.Push(next);
            }
            return false;
        }
    }

    /// <summary>The state after one more byte; null if that cannot come next.</summary>
    public GbnfState? Next(byte value)
    {
        var found = new List<ParseHead>();
        var seen = new HashSet<ParseHead>();
        var open = new Stack<ParseHead>(heads);
        var calls = new Dictionary<int, RuleCall>();
        while (open.TryPop(out var head))
        {
            if (!seen.Add(head)) continue;
            // A fresh call has taken nothing, and that a rule can be empty is seen to where it is called.
            if (head.Call is { IsFresh: false } ended && grammar.CanEnd(head.Place))
            {
                foreach (var next in ended.Returns) open.Push(next);
            }
            if (!grammar.CanBegin(head.Place, value)) continue;
            if (grammar.Takes(head.Place, value)) found.Add(head with { Place = head.Place + 1 });
            if (grammar.RuleAt(head.Place) is not (>= 0 and var rule)) continue;

            if (!calls.TryGetValue(rule, out var call))
            {
                calls.Add(rule, call = new());
                foreach (var start in grammar.Alternatives(rule)) open.Push(new(start, call));
            }
            Return(call, head with { Place = head.Place + 1 });
            if (grammar.IsNullable(rule)) open.Push(head with { Place = head.Place + 1 });
        }
        foreach (var call in calls.Values) call.IsFresh = false;
        return found.Count > 0 ? new(grammar, [.. found]) : null;
    }

    /// <summary>The state after some more bytes; null if they cannot come next.</summary>
    public GbnfState? Next(ReadOnlySpan<byte> bytes)
    {
        var state = this;
        foreach (var value in bytes)
        {
            state = state.Next(value);
            if (state is null) return null;
        }
        return state;
    }

    // A call at the end of an alternative returns to where its caller would, so that repetition makes no chain of calls.
    private void Return(RuleCall call, ParseHead to)
    {
        if (grammar.IsEnd(to.Place) && to.Call is { IsFresh: false } caller) call.Returns.AddRange(caller.Returns);
        else call.Returns.Add(to);
    }
}
