using System.Text.RegularExpressions;
using Snapshooter.Xunit;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>The pages for a browser. How they look and work in one is tested under tests/browser.</summary>
[Collection(Cli.Alone)]
public sealed class ReportTests : IDisposable
{
    private const string Mirror = """
        {"train":[{"input":[[1,2],[3,4]],"output":[[2,1],[4,3]]},{"input":[[5,6]],"output":[[6,5]]}],
        "test":[{"input":[[7,8]],"output":[[8,7]]}]}
        """;
    private const string Odd = """
        {"train":[{"input":[[1,2],[3,4]],"output":[[7,1,9]]},{"input":[[2,2],[3,1]],"output":[[0,5,9]]}],"test":[{"input":[[1,1],[4,2]]}]}
        """;
    private readonly TemporaryFolder folder = new();
    private readonly string tasks;

    public ReportTests() => tasks = folder.File("tasks.json", $$"""{"<script>alert(1)</script>":{{Mirror}},"odd":{{Odd}}}""");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_report_of_a_run_has_the_totals_and_a_card_for_each_task()
    {
        var page = Evaluate("--report", folder["report.html"]);
        Assert.Matches("<dt>solved</dt><dd>1 <small>of 2</small>", page);
        Assert.Equal(["solved", "nothing"], Regex.Matches(page, "<article class=\"card (\\w+)\"").Select(card => card.Groups[1].Value));
        Assert.Contains("data-primitives=\"flip_x\"", page);
        Assert.Contains("attempt 1 <b class=right>right</b>", page);
        Assert.Contains("nothing found</span>", page);
        Assert.Contains("<dt>data</dt><dd>sha256:", page);
    }

    [Fact]
    public void An_id_stays_text_and_nothing_is_loaded_from_outside()
    {
        var page = Evaluate("--report", folder["report.html"]);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;</a>", page);
        Assert.DoesNotContain("<script>alert", page);
        Assert.Single(Regex.Matches(page, "<script"));
        Assert.DoesNotMatch("(?i)(https?:|src=|<link|@import|url\\((?!#))", page);
    }

    [Fact]
    public void A_report_is_made_of_run_folders_too_also_of_shards_and_of_earlier_versions()
    {
        var whole = Evaluate("--run-dir", folder["run"], "--report", folder["report.html"]);
        Evaluate("--run-dir", folder["shards"], "--shard", "0/2");
        Assert.Contains("<dt>tasks finished</dt><dd>1 <small>of 2</small>", Report("shards"));
        Evaluate("--run-dir", folder["shards"], "--shard", "1/2");
        Assert.Equal(Cards(whole), Cards(Report("run")));
        Assert.Equal(Cards(whole), Cards(Report("shards")));

        var records = folder[Path.Combine("run", "records.jsonl")];
        File.WriteAllText(records, File.ReadAllText(records).Replace("flip_x", "flip_old"));
        Assert.Contains("flip_old", Report("run"));
        File.WriteAllText(records, Regex.Replace(File.ReadAllText(records), ",\"details\":.*", "}"));
        Assert.Equal(2, Regex.Count(Report("run"), "An earlier version made this record"));
    }

    [Fact]
    public void A_failure_shows_the_nearest_misses_and_what_was_tried()
    {
        var task = folder.File("near.json", Mirror.Replace("[[6,5]]", "[[6,9]]"));
        var page = Page("solve", task, "--proposers", "corpus", "--report", folder["page.html"]);
        Assert.Contains("right on 1 of 2 pairs", page);
        Assert.Contains("pair 2 <b class=off>1 of 2 cells wrong</b>", page);
        Assert.Matches("<tr><td>corpus</td><td>\\d+</td>", page);
    }

    [Fact]
    public void A_film_strip_shows_each_step_where_a_program_fails_and_where_it_is_wrong()
    {
        var program = folder.File("p.arc", "let found = input |> objects\nfound |> last |> fill(black)\n");
        var task = folder.File("t.json", """
            {"train":[{"input":[[1,0],[0,2]],"output":[[1]]},{"input":[[0,0]],"output":[[1]]}],"test":[{"input":[[3]]}]}
            """);
        var page = Page("run", program, task, "--report", folder["page.html"]);
        Assert.Equal(3, Regex.Count(page, "<section class=strip>"));
        Assert.Contains("<small class=off>1 of 1 cells wrong</small>", page);
        Assert.Contains("1 x 1 cells at (1, 1)", page);
        Assert.Contains("<p class=fault>", page);
        Assert.Contains("class=wrong d=\"M0 0h1\"", page);
    }

    [Fact]
    public void Explain_draws_the_steps_on_the_terminal()
    {
        var reply = Cli.Run("explain", Cli.Sample("largest.arc"), "--task", Cli.Sample("largest.json"));
        Assert.Equal((0, ""), (reply.Code, reply.Error));
        Snapshot.Match(reply.Out);
    }

    [Fact]
    public void A_gallery_has_all_tasks_of_a_bundle()
    {
        var page = Page("show", tasks, "--report", folder["page.html"], "--palette", "colorblind", "--digits");
        Assert.Equal(2, Regex.Count(page, "<article "));
        Assert.Contains("<html lang=\"en\" data-palette=\"colorblind\" class=\"digits\">", page);
        Assert.Equal(6 + 5, Regex.Count(page, "<svg class=grid"));
    }

    [Fact]
    public void A_page_of_many_tasks_draws_them_when_they_are_needed()
    {
        var many = folder.File("many.json", $"{{{string.Join(',', Enumerable.Range(0, 13).Select(i => $"\"t{i}\":{Odd}"))}}}");
        Assert.Equal(13, Regex.Count(Page("show", many, "--report", folder["page.html"]), "<template>"));
        Assert.Equal(0, Regex.Count(Page("show", tasks, "--report", folder["page.html"]), "<template>"));
    }

    [Theory]
    [InlineData(2, "--palette: expected arc or colorblind", "show", "TASKS", "--palette", "pink")]
    [InlineData(2, "report: expected at least one run folder", "report", "--output", "x.html")]
    [InlineData(3, "cannot be written", "show", "TASKS", "--report", "TASKS/page.html")]
    public void Faults_are_told_in_one_sentence(int code, string sentence, params string[] args)
    {
        var reply = Cli.Run([.. args.Select(arg => arg.Replace("TASKS", tasks))]);
        Assert.Equal((code, ""), (reply.Code, reply.Out));
        Assert.Contains(sentence, reply.Error);
    }

    private static IEnumerable<string> Cards(string page) => Regex
        .Matches(page, "<article .*?</article>", RegexOptions.Singleline)
        .Select(card => Regex.Replace(card.Value, "data-order=\\d+|data-seconds=[\\d.]+|[\\d.]+ s,|<td>[\\d.]+</td></tr>", "")).Order();

    private string Evaluate(params string[] args)
    {
        Assert.Equal(0, Cli.Run(["evaluate", tasks, "--proposers", "corpus", "-q", .. args]).Code);
        return args.Contains("--report") ? File.ReadAllText(args[^1]) : "";
    }

    private string Report(string run) => Page("report", folder[run], "--output", folder["page.html"]);

    private string Page(params string[] line)
    {
        Assert.Equal("", Cli.Run(line).Error);
        return File.ReadAllText(folder["page.html"]);
    }
}
