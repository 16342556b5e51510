using ArcMini.Commands;
using ArcMini.Dsl.Syntax;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>Messages are short, harmless to a terminal, and come with the right exit code.</summary>
[Collection(Cli.Alone)]
public sealed class MessageTests : IDisposable
{
    private const int LongestLine = 600;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a.arc", "check", "input |> LONG")]
    [InlineData("a.arc", "check", "let LONG = input\nlet LONG = input\ninput")]
    [InlineData("a.arc", "check", "input |> mul(LONG)")]
    [InlineData("a.json", "solve", "{\"LONG\": 1, \"LONG\": 1}")]
    [InlineData("a.json", "solve", "{\"LONG\": {\"train\": 1}}")]
    [InlineData("a.json", "solve", "[tLONG")]
    public void What_is_quoted_is_cut(string name, string command, string content)
    {
        var file = folder.File(name, content.Replace("LONG", new string('a', 9000)));
        var reply = Cli.Run(command, file, "--proposers", "corpus");
        Assert.All(reply.Error.Split('\n'), line => Assert.InRange(line.Length, 0, LongestLine));
        Assert.InRange(reply.Code, 1, 3);
    }

    [Theory]
    [InlineData("solve", "\e[2Jx.json")]
    [InlineData("solve", "a\nb\r.json")]
    [InlineData("check", "\e]0;title\a.arc")]
    [InlineData("check", "\u202Ecra.json")]
    public void No_code_of_a_file_name_reaches_the_terminal(string command, string name)
    {
        var task = Cli.Sample(command == "solve" ? "mirror.json" : "mirror.arc");
        var (found, missing) = (folder[name], folder["no" + name]);
        if (command == "solve")
            File.Copy(task, found);
        else
            File.WriteAllText(found, "input");
        foreach (var reply in new[] { Cli.Run(command, found, "--proposers", "corpus"), Cli.Run(command, missing) })
        {
            Assert.All(reply.Out + reply.Error, character => Assert.True(character is '\n' || !char.IsControl(character)));
            Assert.DoesNotContain('\u202E', reply.Out + reply.Error);
        }
        Assert.Single(Cli.Run(command, missing).Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void No_code_of_a_source_reaches_the_terminal()
    {
        var file = folder.File("a.arc", "input |> \e[31mflip\u202E");
        var reply = Cli.Run("check", file);
        Assert.Equal($"{file}:1:10: expected the name of a primitive, found the character U+001B", reply.Error.Split('\n')[0]);
        Assert.Equal("    input |>  [31mflip ", reply.Error.Split('\n')[1]);
    }

    [Fact]
    public void Only_colours_get_through_the_streams_of_the_process()
    {
        var text = new MemoryStream();
        new ArcMini.Platform.TerminalWriter(text, colors: true).WriteLine("\e[30;48;2;0;0;0m1\e[0m\e[2J\ta\r\e]0;x\a");
        Assert.Equal("\e[30;48;2;0;0;0m1\e[0m\\u001b[2J\ta\\r\\u001b]0;x\\u0007\n", System.Text.Encoding.UTF8.GetString(text.ToArray()));
    }

    [Fact]
    public void A_quote_has_at_most_80_characters() => Assert.Equal(new string('a', 80) + "...", Quote.Of(new string('a', 81)));

    [Fact]
    public void A_fault_of_arcmini_itself_asks_for_a_report()
    {
        var (sentence, code) = FailureReport.Of(new AggregateException(new NullReferenceException("Nothing there.")), "solve");
        Assert.Equal(70, code);
        Assert.StartsWith("a fault of arcmini itself (NullReferenceException: Nothing there); please report it", sentence);
        Assert.EndsWith("ARCMINI_DEBUG=1 shows details", sentence);
    }

    [Fact]
    public void Details_are_shown_on_request()
    {
        var debug = new Dictionary<string, string> { ["ARCMINI_DEBUG"] = "1" };
        Assert.Contains("   at ArcMini.", Child.ArcMini(folder[""], debug, "solve", "nowhere.json").Error);
        Assert.DoesNotContain("   at ", Child.ArcMini(folder[""], new Dictionary<string, string>(), "solve", "nowhere.json").Error);
    }

    [Theory]
    [InlineData(3, "is a device, expected a file", "solve", "/dev/zero")]
    [InlineData(3, "is a folder, expected a file", "run", "FOLDER", "ROOT/samples/mirror.json")]
    [InlineData(3, "is a folder, expected a file", "evaluate", "ROOT/samples/mirror.json", "--solutions", "FOLDER")]
    [InlineData(4, "it is a folder, expected a file", "solve", "ROOT/samples/mirror.json", "-m", "FOLDER")]
    [InlineData(3, "is a file, expected a folder",
        "evaluate", "ROOT/samples/mirror.json", "--proposers", "corpus", "--run-dir", "ROOT/samples/mirror.json")]
    public void A_folder_in_the_place_of_a_file_is_said(int code, string sentence, params string[] args)
    {
        var reply = Cli.Run([.. args.Select(arg => arg.Replace("ROOT", Cli.Root).Replace("FOLDER", folder[""]))]);
        Assert.Equal((code, ""), (reply.Code, reply.Out));
        Assert.Contains(sentence, reply.Error);
        Assert.Single(reply.Error.TrimEnd('\n').Split('\n'));
    }
}
