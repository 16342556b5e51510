using System.Diagnostics;
using System.Globalization;
using ArcMini.Commands.Options;
using Spectre.Console;

namespace ArcMini.Commands;

/// <summary>
/// Reports the progress of long work: a bar on a terminal, lines in a pipe. A line is written for each item that has one, else every ten
/// seconds.
/// </summary>
/// <param name="to">The writer of the lines.</param>
/// <param name="whole">The number of items in all.</param>
/// <param name="noun">The name of the items.</param>
/// <param name="elapsed">Returns the time since the work began.</param>
/// <param name="bar">The bar, null where lines are written.</param>
internal sealed class Progress(TextWriter to, int whole, string noun, Func<TimeSpan> elapsed, ProgressTask? bar = null)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private TimeSpan next = Interval;
    private int told;

    /// <summary>Runs work that tells its progress on standard error.</summary>
    /// <param name="options">The common options. Quiet work tells nothing.</param>
    /// <param name="whole">The number of items in all.</param>
    /// <param name="noun">The name of the items.</param>
    /// <param name="printsMeanwhile">Whether the work prints to standard output. Where that is a terminal, there is no bar.</param>
    /// <param name="work">The work.</param>
    public static void Run(CommonOptions options, int whole, string noun, bool printsMeanwhile, Action<Progress> work)
    {
        var watch = Stopwatch.StartNew();
        var lines = options.Quiet ? TextWriter.Null : Console.Error;
        var hasBar = !options.Quiet && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb"
            && !(printsMeanwhile && !Console.IsOutputRedirected);
        if (!hasBar)
        {
            work(new(lines, whole, noun, () => watch.Elapsed));
            return;
        }
        var settings = new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = options.NoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        };
        AnsiConsole.Create(settings).Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
            .Start(context => work(new(
                lines, whole, noun, () => watch.Elapsed, context.AddTask($"{whole:N0} {noun}", maxValue: Math.Max(1, whole)))));
    }

    /// <summary>Reports that so many items are done.</summary>
    /// <param name="done">The number of items that are done.</param>
    /// <param name="found">What was found so far, for the bar.</param>
    /// <param name="line">What became of the last item, for a line of its own.</param>
    public void Tell(int done, string? found = null, string? line = null)
    {
        told++;
        var now = elapsed();
        if (bar is not null)
        {
            bar.Value = done;
            bar.Description = Description(done, found, now / told * (whole - done));
        }
        else if (line is not null)
        {
            to.WriteLine($"{done}/{whole} {line}");
        }
        else if (now >= next)
        {
            next = now + Interval;
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{done:N0} of {whole:N0} {noun}, {done / now.TotalSeconds:N0} a second"));
        }
    }

    private string Description(int done, string? found, TimeSpan left) => string.Create(
        CultureInfo.InvariantCulture,
        $@"{done:N0} of {whole:N0} {noun}{(found is null ? "" : $", {found}")}, {(int)left.TotalHours}:{left:mm\:ss} left");
}
