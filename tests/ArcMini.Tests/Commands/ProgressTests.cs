using ArcMini.Commands;
using Xunit;

namespace ArcMini.Tests.Commands;

public class ProgressTests
{
    [Fact]
    public void A_line_is_told_every_ten_seconds_and_none_of_short_work()
    {
        var (lines, seconds) = (new StringWriter { NewLine = "\n" }, 0.0);
        var progress = new Progress(lines, 200_000, "tasks", () => TimeSpan.FromSeconds(seconds));
        for (var done = 1; done <= 25_000; done++)
        {
            seconds = done / 1000.0;
            progress.Tell(done);
        }
        Assert.Equal("10,000 of 200,000 tasks, 1,000 a second\n20,000 of 200,000 tasks, 1,000 a second\n", lines.ToString());
    }

    [Fact]
    public void A_line_of_its_own_is_told_for_each_item_that_has_one()
    {
        var lines = new StringWriter { NewLine = "\n" };
        new Progress(lines, 2, "tasks", () => TimeSpan.Zero).Tell(1, "1 solved", "mirror: solved");
        Assert.Equal("1/2 mirror: solved\n", lines.ToString());
    }

    [SkippableFact]
    public void A_bar_is_drawn_on_a_terminal()
    {
        var arcmini = string.Join(' ', Child.CommandLineOfArcMini.Select(word => $"'{word}'"));
        var tasks = Path.GetDirectoryName(Cli.Sample("mirror.json"));
        var screen = Child.Tool("script", "-qec", $"TERM=xterm COLUMNS=100 {arcmini} evaluate {tasks} --proposers corpus", "/dev/null");
        Assert.Matches(@"8 of 8 tasks, \d solved, 0:00:00 left", screen);
        Assert.Contains("━━━━", screen);
        Assert.DoesNotContain("1/8 ", screen);
        Assert.Contains("8 tasks, ", screen);
    }
}
