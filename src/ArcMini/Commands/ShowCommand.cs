using ArcMini.Commands.Options;
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
    /// <param name="recursive">Read the sub-folders of a folder too.</param>
    /// <param name="svg">Write the drawing to this SVG file instead.</param>
    /// <param name="png">Write the drawing to this PNG file instead.</param>
    [Command("show")]
    public int Show(
        ConsoleAppContext context, [Argument] string path,
        string? task = null, string? solutions = null, bool recursive = false, string? svg = null, string? png = null)
    {
        var tasks = TaskChoice.Select(TaskLoader.Load(path, solutions, recursive), task, path);
        if (svg is null && png is null)
        {
            var terminal = CommonOptions.Of(context).Terminal;
            foreach (var shown in tasks)
                Console.Write(Text(shown, terminal, title: tasks.Count > 1));
            return ExitCode.Done;
        }
        var picture = Picture.Of(TaskChoice.One(tasks, path));
        if (svg is not null)
            WholeFile.Write(svg, stream => Svg.Write(stream, picture));
        if (png is not null)
            WholeFile.Write(png, stream => Png.Write(stream, picture));
        return ExitCode.Done;
    }

    private static string Text(ArcTask task, Terminal terminal, bool title)
    {
        var pairs = task.Pairs.Select((pair, i) => terminal.Draw($"pair {i + 1}", pair.Input, pair.Output));
        var tests = task.Tests.Select((test, i) => terminal.Draw($"test {i + 1}", test.Input, test.Output));
        return (title ? $"task {task.Id}\n" : "") + terminal.Flow([.. pairs, .. tests]) + (title ? "\n" : "");
    }
}
