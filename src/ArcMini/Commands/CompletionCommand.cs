using ArcMini.Commands.Options;
using ArcMini.Commands.Shells;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini completion</c>.</summary>
internal sealed class CompletionCommand
{
    /// <summary>Prints the completion script of a shell: the commands, their options and what follows them.</summary>
    /// <param name="shell">The shell. Values: bash, zsh, fish.</param>
    [Command("completion")]
    public int Completion([Argument] string shell)
    {
        Func<CommandTable, string> write = shell switch
        {
            "bash" => BashCompletion.Write,
            "zsh" => ZshCompletion.Write,
            "fish" => FishCompletion.Write,
            _ => throw new UsageException($"completion: '{shell}' is unknown; expected bash, zsh or fish"),
        };
        Console.Write(write(CommandTable.Read(App.Help)));
        return ExitCode.Done;
    }
}
