using ArcMini.Dsl.Tests;
using ConsoleAppFramework;

namespace ArcMini.Campaigns;

/// <summary>
/// Attacks on ArcMini that go on as long as one likes. Each command is a campaign; its exit code is 1 if it found a fault. A fault is
/// printed with what is needed to repeat it; make it small, and put it into <c>tests/programs</c> or a test.
/// </summary>
internal sealed class Campaigns
{
    /// <summary>Random sources: they parse or give one sentence, print as they are read, and run within their limits.</summary>
    /// <param name="minutes">How long it goes on.</param>
    [Command("language")]
    public int Language(double minutes = 1) => Code(LanguageCampaign.Run(TimeSpan.FromMinutes(minutes)));

    /// <summary>Every primitive with extreme arguments: no step costs ten times what is usual. It goes on until all are measured.</summary>
    [Command("charges")]
    public int StepCharges() => Code(Charges.Run());

    /// <summary>Task files with changed bytes.</summary>
    /// <param name="binary">The published binary.</param>
    /// <param name="minutes">How long it goes on.</param>
    [Command("data")]
    public int Data([Argument] string binary, double minutes = 1) => With(binary, minutes, (arcmini, time) => new FileCampaign(
        arcmini, "samples/mirror.json", [0, 1, 3],
        "$arcmini show $file", "$arcmini solve $file --proposers corpus --time-limit 1 --json").Run(time));

    /// <summary>Model files with changed bytes.</summary>
    /// <param name="binary">The published binary.</param>
    /// <param name="minutes">How long it goes on.</param>
    [Command("models")]
    public int Models([Argument] string binary, double minutes = 1) => With(binary, minutes, (arcmini, time) => new FileCampaign(
        arcmini, "models/arcmini.gguf", [0, 1, 4],
        $"$arcmini solve {Repository.PathOf("samples/mirror.json")} --proposers model -n 2 --time-limit 2 -q -m $file").Run(time));

    /// <summary>Runs that are killed and resumed.</summary>
    /// <param name="binary">The published binary.</param>
    /// <param name="minutes">How long it goes on.</param>
    [Command("resume")]
    public int Resume([Argument] string binary, double minutes = 1) => With(binary, minutes, ProcessCampaigns.Resume);

    /// <summary>Streams that are closed, full or gone.</summary>
    /// <param name="binary">The published binary.</param>
    /// <param name="minutes">How long it goes on at most.</param>
    [Command("streams")]
    public int Streams([Argument] string binary, double minutes = 1) => With(binary, minutes, ProcessCampaigns.StreamsOf);

    /// <summary>Little memory.</summary>
    /// <param name="binary">The published binary.</param>
    /// <param name="minutes">How long it goes on.</param>
    [Command("memory")]
    public int Memory([Argument] string binary, double minutes = 1) => With(binary, minutes, ProcessCampaigns.Memory);

    private static int With(string path, double minutes, Func<Binary, TimeSpan, bool> campaign)
    {
        using var binary = new Binary(path);
        return Code(campaign(binary, TimeSpan.FromMinutes(minutes)));
    }

    private static int Code(bool holds) => holds ? 0 : 1;
}
