using ArcMini.Commands.Options;
using ArcMini.Commands.Shells;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini man</c>.</summary>
internal sealed class ManCommand
{
    /// <summary>Prints the manual page, for 'man -l'.</summary>
    [Command("man")]
    public int Man()
    {
        Console.Write(ManPage.Write(CommandTable.Read(App.Help), ProductVersion.Text));
        return ExitCode.Done;
    }
}
