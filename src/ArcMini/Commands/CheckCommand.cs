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
        var faults = 0;
        foreach (var file in FileArguments.Expect("check", "program file", files))
        {
            var source = InputFile.ReadText(file);
            try
            {
                var program = CheckedProgram.Compile(source);
                if (!CommonOptions.Of(context).Quiet)
                    Console.WriteLine($"{file}: {(program.IsSketch ? "a sketch" : "a program")} of {program.Source.Nodes} nodes");
            }
            catch (DslException fault)
            {
                Console.Error.WriteLine(fault.Show(file, source));
                faults++;
            }
        }
        return faults == 0 ? ExitCode.Done : ExitCode.No;
    }
}
