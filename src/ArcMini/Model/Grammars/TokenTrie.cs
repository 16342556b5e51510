namespace ArcMini.Model.Grammars;

/// <summary>The bytes of a model's tokens as a tree, so that tokens which begin alike are matched against a grammar together.</summary>
sealed class TokenTrie
{
    sealed class Node
    {
        public List<int> Tokens { get; } = [];
        public List<(byte Value, Node Node)> Children { get; } = [];
    }

    readonly Node root = new();

    /// <summary>Makes the tree.</summary>
    /// <param name="pieces">The bytes of each token; a token without any is never allowed.</param>
    public TokenTrie(IReadOnlyList<byte[]> pieces)
    {
        Count = pieces.Count;
        for (var token = 0; token < Count; token++)
        {
            if (pieces[token].Length == 0) continue;
            var node = root;
            foreach (var value in pieces[token]) node = Child(node, value);
            node.Tokens.Add(token);
        }
    }

    /// <summary>Number of tokens.</summary>
    public int Count { get; }

    /// <summary>Which tokens have bytes that can come next, one flag a token.</summary>
    public bool[] Allowed(GbnfState state)
    {
        var allowed = new bool[Count];
        var open = new Stack<(Node, GbnfState)>([(root, state)]);
        while (open.TryPop(out var next))
        {
            var (node, reached) = next;
            foreach (var token in node.Tokens) allowed[token] = true;
            foreach (var (value, child) in node.Children)
                if (reached.Next(value) is { } after) open.Push((child, after));
        }
        return allowed;
    }

    static Node Child(Node node, byte value)
    {
        foreach (var (known, child) in node.Children)
            if (known == value) return child;
        var added = new Node();
        node.Children.Add((value, added));
        return added;
    }
}
