using System.Globalization;

namespace ArcMini.Commands.Options;

/// <summary>A part of the tasks: every <paramref name="Count"/>th task from number <paramref name="Index"/> on, counted from 0.</summary>
internal readonly record struct Shard(int Index, int Count)
{
    private const string Flag = "--shard";
    private const string SlurmId = "SLURM_ARRAY_TASK_ID";
    private const string SlurmCount = "SLURM_ARRAY_TASK_COUNT";

    /// <summary>The shard that is given as <c>i/n</c>, else the one of SLURM's job array, else all tasks.</summary>
    /// <exception cref="UsageException">It does not have that form, or i is not below n.</exception>
    public static Shard Of(string? given, Func<string, string?> environment)
    {
        var (source, text) = given is null && environment(SlurmId) is { Length: > 0 } id
            ? ($"{SlurmId}/{SlurmCount}", $"{id}/{environment(SlurmCount)}")
            : (Flag, given ?? "0/1");
        return text.Split('/') is [var left, var right] && TryParse(left, out var index) && TryParse(right, out var count) && index < count
            ? new(index, count)
            : throw new UsageException($"{source}: expected i/n with i from 0 to n - 1, found '{text}'");
    }

    /// <summary>The items of this shard, in order.</summary>
    public IEnumerable<T> Of<T>(IEnumerable<T> items)
    {
        var (index, count) = this;
        return items.Where((_, i) => i % count == index);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Index}/{Count}";

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
