namespace ArcMini.Reports;

/// <summary>One task on a page.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="Body">What the card shows below the id.</param>
internal sealed record Card(string Id, Html Body)
{
    /// <summary>What became of the task; null on a page that shows no results.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>What stands beside the id.</summary>
    public Html Note { get; init; }

    /// <summary>The name of the proposer of its program; null if there is none.</summary>
    public string? Proposer { get; init; }

    /// <summary>The primitives of its program.</summary>
    public IReadOnlyList<string> Primitives { get; init; } = [];

    /// <summary>The seconds that it took.</summary>
    public double Seconds { get; init; }

    /// <summary>The nodes of its program; 0 if there is none.</summary>
    public int Nodes { get; init; }
}

/// <summary>What became of a task.</summary>
/// <param name="Key">The CSS class, and the key by which the page filters.</param>
/// <param name="Text">In words.</param>
internal sealed record Verdict(string Key, string Text)
{
    /// <summary>An attempt is right at every test.</summary>
    public static Verdict Solved { get; } = new("solved", "solved");

    /// <summary>There is a verified program, and the test outputs are not known.</summary>
    public static Verdict Answered { get; } = new("answered", "answered");

    /// <summary>There is a verified program, and its answers are wrong.</summary>
    public static Verdict Wrong { get; } = new("wrong", "wrong");

    /// <summary>There is no verified program.</summary>
    public static Verdict Nothing { get; } = new("nothing", "nothing found");

    /// <summary>All, in the order in which a page offers them.</summary>
    public static IReadOnlyList<Verdict> All { get; } = [Solved, Answered, Wrong, Nothing];
}
