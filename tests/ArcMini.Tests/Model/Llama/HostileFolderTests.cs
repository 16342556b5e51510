using System.Runtime.Versioning;
using ArcMini.Tests.Commands;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

/// <summary>arcmini is started in a folder of somebody else's files, which is in PATH too: nothing of it may be run or loaded.</summary>
[SupportedOSPlatform("linux")]
public sealed class HostileFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public HostileFolderTests()
    {
        var script = folder.File("vulkaninfo", $"#!/bin/sh\n: >'{folder["mark"]}'\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var library in (string[])["llama", "ggml", "ggml-base", "ggml-cpu", "ggml-cuda"])
            folder.File($"lib{library}.so", "not a library");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Doctor_runs_nothing_of_it() => RunsNothing("doctor");

    [Fact]
    public void Solve_runs_nothing_of_it() =>
        RunsNothing("solve", Cli.Sample("mirror.json"), "--proposers", "corpus,model", "-n", "1");

    private void RunsNothing(params string[] args)
    {
        var environment = new Dictionary<string, string> { ["PATH"] = Path.GetDirectoryName(folder["mark"])! };
        var reply = Child.ArcMini(environment["PATH"], environment, [.. args, "-m", Path.Combine(Cli.Root, "models", "arcmini.gguf")]);
        Assert.Equal((0, ""), (reply.Code, reply.Error));
        Assert.False(File.Exists(folder["mark"]), "vulkaninfo was run");
    }
}
