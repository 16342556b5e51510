using ArcMini.Commands.Options;
using ArcMini.Commands.Records;
using ArcMini.Commands.Reports;
using ArcMini.Platform;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini report</c>.</summary>
internal sealed class ReportCommand
{
    /// <summary>Writes the report of a run that was made before, as a page for a browser. Takes all shards of the run.</summary>
    /// <param name="output">Write the page to this file.</param>
    /// <param name="runs">Folders made by 'evaluate --run-dir'.</param>
    [Command("report")]
    public int Report(ConsoleAppContext context, CancellationToken cancel, string output, [Argument] params string[] runs)
    {
        var options = CommonOptions.Of(context);
        var folders = FileArguments.Expect("report", "run folder", runs);
        OutputFile.Expect(output);
        StandardStreams.ResultsAreInFilesToo();
        var run = JoinedRun.Read(folders);
        var title = $"ArcMini: {Path.GetFileName(Path.TrimEndingDirectorySeparator(folders[0]))}";
        PageFile.Write(output, RunReport.Of(title, run.Records, run.Settings, cancel), options);
        return ExitCode.Done;
    }
}
