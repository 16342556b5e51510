namespace ArcMini.Commands;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but the answer is no: a task is unsolved, an output differs, a checked program has a fault.</summary>
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
