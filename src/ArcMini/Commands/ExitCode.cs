namespace ArcMini.Commands;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but the answer is no: unsolved, a mismatch, a fault in a checked program.</summary>
    public const int No = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A task, program or solutions file is wrong.</summary>
    public const int Data = 3;

    /// <summary>The model or its backend failed.</summary>
    public const int Model = 4;

    /// <summary>Interrupted by the user.</summary>
    public const int Interrupted = 130;
}
