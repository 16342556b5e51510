using System.Text;
using ArcMini.Commands.Options;
using ArcMini.Dsl.Syntax;
using ArcMini.Platform;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini fmt</c>.</summary>
internal sealed class FmtCommand
{
    /// <summary>Rewrites program files in the canonical form. Of a pipe, prints that form.</summary>
    /// <param name="check">Change no file. List those that are not in the canonical form.</param>
    /// <param name="files">Program files (*.arc).</param>
    [Command("fmt")]
    public int Fmt(ConsoleAppContext context, bool check = false, [Argument] params string[] files)
    {
        StandardStreams.ResultsAreInFilesToo();
        var exitCode = ExitCode.Done;
        foreach (var file in FileArguments.Expect("fmt", "program file", files))
            exitCode = Math.Max(exitCode, Fmt(file, check, CommonOptions.Of(context).Quiet));
        return exitCode;
    }

    private static int Fmt(string file, bool check, bool quiet)
    {
        try
        {
            var source = InputFile.ReadText(file);
            var canonical = Canonical(file, source);
            var isPipe = FileStatus.Of(file) is { Kind: FileKind.Pipe };
            if (isPipe && !check)
                Console.Write(canonical);
            if (canonical == source || (isPipe && !check))
                return ExitCode.Done;
            if (!check)
                OutputFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(canonical)));
            if (check || !quiet)
                Console.WriteLine($"{Quote.OneLine(file)}: {(check ? "not in the canonical form" : "rewritten")}");
            return check ? ExitCode.No : ExitCode.Done;
        }
        catch (DataException fault)
        {
            App.Tell(fault);
            return ExitCode.Data;
        }
    }

    /// <summary>The canonical form, which is read again before it may replace a program.</summary>
    /// <exception cref="DataException">The source is not a program, or its canonical form is too long.</exception>
    private static string Canonical(string file, string source) => ProgramFile.Parse(file, source, Canonical);

    private static string Canonical(string source)
    {
        var program = Parser.Parse(source);
        var canonical = Printer.Print(program) + "\n";
        return Parser.TryParse(canonical)?.Equals(program) == true
            ? canonical
            : throw new SyntaxException(
                $"the canonical form has {canonical.Length:N0} characters, and a program at most {Parser.MaxLength:N0}: "
                + "shorten the program",
                program.Result.At);
    }
}
