using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests;

/// <summary>The ARC data in the folder that ARCMINI_DATA names. A test that asks for it is skipped where the variable is not set.</summary>
internal static class ArcData
{
    /// <summary>The path of a file or folder of the data.</summary>
    public static string PathOf(string name)
    {
        var folder = Environment.GetEnvironmentVariable("ARCMINI_DATA");
        Skip.If(string.IsNullOrEmpty(folder), "ARCMINI_DATA does not name the folder of the ARC data");
        return Path.Combine(folder!, name);
    }

    /// <summary>The tasks of a set such as <c>arc-agi_training</c>, with their test outputs.</summary>
    public static IReadOnlyList<ArcTask> Load(string set) =>
        TaskLoader.Load(PathOf($"{set}_challenges.json"), PathOf($"{set}_solutions.json"));
}
