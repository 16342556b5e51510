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
}
