using ArcMini.Commands.Options;
using ArcMini.Dsl.Syntax;
using ArcMini.Commands.Reports;
using ArcMini.Rendering;
using ArcMini.Reports;
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
    /// <param name="recursive">Read the sub-folders of a folder too.</param>
    /// <param name="svg">Write the drawing to this SVG file instead.</param>
    /// <param name="report">Write all tasks to this file, a page for a browser.</param>
    /// <param name="png">Write the drawing to this PNG file instead.</param>
    [Command("show")]
    public int Show(
        ConsoleAppContext context, [Argument] string path,
        string? task = null, string? solutions = null, bool recursive = false, string? svg = null, string? png = null,
        string? report = null)
    {
        var options = CommonOptions.Of(context);
        foreach (var file in new[] { svg, png, report }.OfType<string>())
            OutputFile.Expect(file);
        var batch = TaskFiles.Load([path], solutions, recursive);
        var tasks = TaskChoice.Select(batch, task, path);
        if (report is not null)
            PageFile.Write(report, Gallery(path, tasks), options);
        if (svg is null && png is null)
        {
            foreach (var shown in report is null ? tasks : [])
                Console.Write(Text(shown, options.Terminal, title: tasks.Count > 1));
            return ExitCode.Of(batch, ExitCode.Done);
        }
        var picture = Picture.Of(TaskChoice.One(tasks, path), options.Digits);
        if (svg is not null)
            OutputFile.Write(svg, stream => Svg.Write(stream, picture, options.Palette));
        if (png is not null)
            OutputFile.Write(png, stream => Png.Write(stream, picture, options.Palette));
        return ExitCode.Of(batch, ExitCode.Done);
    }

    private static Page Gallery(string path, IReadOnlyList<ArcTask> tasks)
    {
        var name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path));
        return new(name, Html.None, [.. tasks.Select(task => new Card(task.Id, Pictures.Task(task)))]);
    }

    private static string Text(ArcTask task, Terminal terminal, bool title)
    {
        var pairs = task.Pairs.Select((pair, i) => terminal.Draw($"pair {i + 1}", pair.Input, pair.Output));
        var tests = task.Tests.Select((test, i) => terminal.Draw($"test {i + 1}", test.Input, test.Output));
        return (title ? $"task {Quote.OneLine(task.Id)}\n" : "") + terminal.Flow([.. pairs, .. tests]) + (title ? "\n" : "");
    }
}
