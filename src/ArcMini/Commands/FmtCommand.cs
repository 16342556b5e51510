using System.Text;
using ArcMini.Commands.Options;
using ArcMini.Dsl.Syntax;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini fmt</c>.</summary>
internal sealed class FmtCommand
{
    /// <summary>Rewrites program files in the canonical form.</summary>
    /// <param name="check">Change no file. List those that are not in the canonical form.</param>
    /// <param name="files">Program files (*.arc).</param>
    [Command("fmt")]
    public int Fmt(ConsoleAppContext context, bool check = false, [Argument] params string[] files)
    {
        var changed = 0;
        foreach (var file in FileArguments.Expect("fmt", "program file", files))
        {
            var source = InputFile.ReadText(file);
            var canonical = ProgramFile.Read(file, Canonical);
            if (canonical == source)
                continue;
            changed++;
            if (!check)
                WholeFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(canonical)));
            if (check || !CommonOptions.Of(context).Quiet)
                Console.WriteLine($"{file}: {(check ? "not in the canonical form" : "rewritten")}");
        }
        return check && changed > 0 ? ExitCode.No : ExitCode.Done;
    }

    /// <summary>The canonical form, which is read again before it may replace a program.</summary>
    /// <exception cref="SyntaxException">The source is not a program, or its canonical form is too long.</exception>
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
