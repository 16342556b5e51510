using ArcMini.Search.Terms;
using Xunit;

namespace ArcMini.Tests.Search.Terms;

public sealed class FingerprintSetTests
{
    private const int Count = 50_000;

    private static readonly Fingerprint[] Prints =
        [.. Enumerable.Range(1, Count).Select(i => new Fingerprint((ulong)i * 0x9E3779B97F4A7C15, (ulong)i))];

    [Fact]
    public void Holds_what_was_added_once()
    {
        var set = new FingerprintSet();
        Assert.All(Prints, print => Assert.True(set.Add(print)));
        Assert.All(Prints, print => Assert.True(set.Contains(print) && !set.Add(print)));
        Assert.DoesNotContain(Prints, print => set.Contains(print with { B = print.B + Count }));
    }

    [Fact]
    public async Task Never_finds_what_is_not_there_while_another_thread_adds()
    {
        var set = new FingerprintSet();
        var adding = Task.Run(() => Array.ForEach(Prints, print => set.Add(print)));
        while (!adding.IsCompleted)
            Assert.DoesNotContain(Prints, print => set.Contains(print with { B = print.B + Count }));
        await adding;
        Assert.All(Prints, print => Assert.True(set.Contains(print)));
    }
}
