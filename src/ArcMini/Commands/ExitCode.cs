using ArcMini.Tasks;

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

    /// <summary>A task, program or solutions file is wrong, or a file cannot be written. The rest of a batch is done.</summary>
    public const int Data = 3;

    /// <summary>The model or its backend failed.</summary>
    public const int Model = 4;

    /// <summary>A fault of arcmini itself.</summary>
    public const int Internal = 70;

    /// <summary>Interrupted by the user, or by a reader of standard output that is gone.</summary>
    public const int Interrupted = 130;

    /// <summary>The exit code of a command that worked on a batch: bad data if something was refused, else the given one.</summary>
    public static int Of(TaskBatch batch, int exitCode) => batch.Refused.Count > 0 ? Data : exitCode;
}
