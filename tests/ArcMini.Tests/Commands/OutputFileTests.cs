using System.Runtime.Versioning;
using ArcMini.Platform;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>Files that are written keep what they were.</summary>
[Collection(Cli.Alone)]
[SupportedOSPlatform("linux")]
public sealed class OutputFileTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder folder = new();
    private readonly string target;

    public OutputFileTests() => target = folder.File("picture.svg", "old");

    public void Dispose() => folder.Dispose();

    private static Reply Show(string output) => Cli.Run("show", Cli.Sample("mirror.json"), "--svg", output);

    private void AssertWritten()
    {
        Assert.StartsWith("<svg", File.ReadAllText(target));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(folder[""]), entry => entry.EndsWith(".tmp"));
    }

    [Theory]
    [InlineData("link.svg", "picture.svg")]
    [InlineData("folder/link.svg", "../picture.svg")]
    public void A_link_leads_to_the_file_that_is_written(string name, string to)
    {
        Directory.CreateDirectory(folder["folder"]);
        File.CreateSymbolicLink(folder["second.svg"], to);
        File.CreateSymbolicLink(folder[name], to);
        Assert.Equal(0, Show(folder[name]).Code);
        Assert.Equal(to, new FileInfo(folder[name]).LinkTarget);
        AssertWritten();
    }

    [Fact]
    public void A_link_to_nothing_yet_makes_the_file()
    {
        File.Delete(target);
        File.CreateSymbolicLink(folder["link.svg"], "picture.svg");
        Assert.Equal(0, Show(folder["link.svg"]).Code);
        AssertWritten();
    }

    [Fact]
    public void A_folder_that_takes_no_files_is_named_with_the_file()
    {
        var reply = Show("/proc/picture.svg");
        Assert.Equal((3, "/proc/picture.svg: cannot be written: no file can be made in its folder\n"), (reply.Code, reply.Error));
    }

    [Fact]
    public void Links_in_a_circle_are_refused()
    {
        File.CreateSymbolicLink(folder["a"], "b");
        File.CreateSymbolicLink(folder["b"], "a");
        var reply = Show(folder["a"]);
        Assert.Equal(3, reply.Code);
        Assert.Contains("too many links", reply.Error);
    }

    [Fact]
    public void The_mode_is_kept()
    {
        File.SetUnixFileMode(target, Private);
        Assert.Equal(0, Show(target).Code);
        Assert.Equal(Private, File.GetUnixFileMode(target));
        AssertWritten();
    }

    [Fact]
    public void Both_names_of_a_file_have_the_new_content()
    {
        Assert.Equal(0, Child.Run("ln", folder[""], new Dictionary<string, string>(), "picture.svg", "other.svg").Code);
        Assert.Equal(0, Show(target).Code);
        AssertWritten();
        Assert.Equal(File.ReadAllText(target), File.ReadAllText(folder["other.svg"]));
    }

    [Fact]
    public void A_read_only_file_is_refused()
    {
        File.SetUnixFileMode(target, UnixFileMode.UserRead);
        var reply = Show(target);
        Assert.Equal((3, $"{target}: cannot be written: it is read-only\n"), (reply.Code, reply.Error));
        Assert.Equal("old", File.ReadAllText(target));
    }

    [Fact]
    public void A_device_stays_a_device()
    {
        Assert.Equal(0, Show("/dev/null").Code);
        Assert.Equal(FileKind.Device, FileStatus.Of("/dev/null")?.Kind);
        Assert.Equal(3, Show("/dev/full").Code);
    }

    [Theory]
    [InlineData("mkfifo pipe; arcmini show \"$SAMPLES\"/mirror.json --svg pipe & cat pipe")]
    [InlineData("arcmini show \"$SAMPLES\"/mirror.json --svg /dev/stdout")]
    [InlineData("arcmini show \"$SAMPLES\"/mirror.json --svg /dev/fd/1 | cat")]
    [InlineData("arcmini show \"$SAMPLES\"/mirror.json --svg /dev/stdout >kept; cat kept")]
    public void Pipes_and_descriptors_are_written_to(string script)
    {
        var reply = Child.Shell(folder[""], script);
        Assert.StartsWith("<svg", reply.Out);
        Assert.EndsWith("</svg>\n", reply.Out);
    }

    [Fact]
    public void The_longest_name_works()
    {
        var longest = folder[new string('x', 255)];
        Assert.Equal(0, Show(longest).Code);
        Assert.StartsWith("<svg", File.ReadAllText(longest));
    }

    [Theory]
    [InlineData("evaluate", "--output")]
    [InlineData("solve", "--trace")]
    [InlineData("synth", "--report")]
    [InlineData("merge", "--output")]
    public void A_folder_is_refused_before_the_work(string command, string option)
    {
        string[] files = command == "synth" ? [] : [command == "merge" ? folder[""] : Cli.Sample("mirror.json")];
        var reply = Cli.Run([command, .. files, "--proposers", "corpus", option, folder[""].TrimEnd('/')]);
        Assert.Equal((3, ""), (reply.Code, reply.Out));
        Assert.Contains("it is a folder, expected a file", reply.Error);
        Assert.Single(reply.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Fmt_of_a_pipe_prints_the_canonical_form()
    {
        var reply = Child.Shell(folder[""], "echo 'flip_x( input )' | arcmini fmt /dev/stdin");
        Assert.Equal((0, "input |> flip_x\n", ""), (reply.Code, reply.Out, reply.Error));
    }
}
