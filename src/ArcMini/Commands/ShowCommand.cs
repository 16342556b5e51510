using ArcMini.Commands.Options;
using ArcMini.Dsl.Syntax;
using ArcMini.Rendering;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini show</c>.</summary>
internal sealed class ShowCommand
{
    /// <summary>Draws tasks: all pairs and test inputs. Uses colours on a terminal.</summary>
    /// <param name="path">A task file; or a folder or bundle of tasks.</param>
    /// <param name="task">Draw only the task with this id.</param>
    /// <param name="solutions">A solutions file with the test outputs.</param>
    /// <param name="svg">Write the drawing to this SVG file instead.</param>
    /// <param name="png">Write the drawing to this PNG file instead.</param>
    [Command("show")]
    public int Show(
        ConsoleAppContext context, [Argument] string path,
        string? task = null, string? solutions = null, string? svg = null, string? png = null)
    {
        var batch = TaskFiles.Load([path], solutions);
        var tasks = TaskChoice.Select(batch, task, path);
        if (svg is null && png is null)
        {
            var terminal = CommonOptions.Of(context).Terminal;
            foreach (var shown in tasks)
                Console.Write(Text(shown, terminal, title: tasks.Count > 1));
            return ExitCode.Of(batch, ExitCode.Done);
        }
        var picture = Picture.Of(TaskChoice.One(tasks, path));
        if (svg is not null)
            OutputFile.Write(svg, stream => Svg.Write(stream, picture));
        if (png is not null)
            OutputFile.Write(png, stream => Png.Write(stream, picture));
        return ExitCode.Of(batch, ExitCode.Done);
    }

    private static string Text(ArcTask task, Terminal terminal, bool title)
    {
        var pairs = task.Pairs.Select((pair, i) => terminal.Draw($"pair {i + 1}", pair.Input, pair.Output));
        var tests = task.Tests.Select((test, i) => terminal.Draw($"test {i + 1}", test.Input, test.Output));
        return (title ? $"task {Quote.OneLine(task.Id)}\n" : "") + terminal.Flow([.. pairs, .. tests]) + (title ? "\n" : "");
    }
}
