using System.Globalization;

namespace ArcMini.Commands;

/// <summary>A part of the tasks: every <paramref name="Count"/>th, from <paramref name="Index"/> on, counted from 0.</summary>
internal readonly record struct Shard(int Index, int Count)
{
    /// <summary>The shard that is told as <c>i/n</c>, else the one that SLURM's job array names, else all tasks.</summary>
    /// <exception cref="UsageException">It is not of that form, or i is not below n.</exception>
    public static Shard Of(string? told, Func<string, string?> environment)
    {
        var (source, text) = told is null && environment("SLURM_ARRAY_TASK_ID") is { Length: > 0 } id
            ? ("SLURM_ARRAY_TASK_ID/SLURM_ARRAY_TASK_COUNT", $"{id}/{environment("SLURM_ARRAY_TASK_COUNT")}")
            : ("--shard", told ?? "0/1");
        return text.Split('/') is [var left, var right] && Number(left, out var index) && Number(right, out var count) && index < count
            ? new(index, count)
            : throw new UsageException($"{source}: expected i/n, i from 0 to n - 1, found '{text}'");
    }

    /// <summary>The items of this shard, in order.</summary>
    public IEnumerable<T> Of<T>(IEnumerable<T> items)
    {
        var (index, count) = this;
        return items.Where((_, i) => i % count == index);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Index}/{Count}";

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
