using ArcMini.Commands.Options;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini check</c>.</summary>
internal sealed class CheckCommand
{
    /// <summary>Parses and type-checks programs.</summary>
    /// <param name="files">Program files (*.arc).</param>
    [Command("check")]
    public int Check(ConsoleAppContext context, [Argument] params string[] files)
    {
        var exitCode = ExitCode.Done;
        foreach (var file in FileArguments.Expect("check", "program file", files))
            exitCode = Math.Max(exitCode, Check(file, CommonOptions.Of(context).Quiet));
        return exitCode;
    }

    private static int Check(string file, bool quiet)
    {
        var source = "";
        try
        {
            source = InputFile.ReadText(file);
            var program = CheckedProgram.Compile(source);
            if (!quiet)
                Console.WriteLine(
                    $"{Quote.OneLine(file)}: {(program.IsSketch ? "a sketch" : "a program")} of {program.Source.Nodes} nodes");
            return ExitCode.Done;
        }
        catch (DslException fault)
        {
            Console.Error.WriteLine(fault.Show(file, source));
            return ExitCode.No;
        }
        catch (DataException fault)
        {
            App.Tell(fault);
            return ExitCode.Data;
        }
    }
}
