using System.Diagnostics;
using ArcMini.Dsl.Tests;

namespace ArcMini.Campaigns;

/// <summary>
/// Changes bytes of a good file and gives it to the binary. Of a file that leads to a fault, changes are taken back as long as the fault
/// stays; what remains is printed.
/// </summary>
/// <param name="binary">The binary.</param>
/// <param name="good">The good file, by its path from the root of the repository.</param>
/// <param name="codes">The exit codes that are no fault.</param>
/// <param name="commands">The shell commands. In them, <c>$file</c> is the changed file.</param>
internal sealed class FileCampaign(Binary binary, string good, int[] codes, params string[] commands)
{
    private const int MostEdits = 8;

    /// <summary>The share of the edits that are near the beginning, where files hold what describes the rest.</summary>
    private const double NearBeginning = 0.7;
    private const int Beginning = 20_000;

    private readonly byte[] bytes = File.ReadAllBytes(Repository.PathOf(good));

    /// <summary>Runs the campaign. Returns whether no fault was found.</summary>
    public bool Run(TimeSpan time)
    {
        var (clock, random, files) = (Stopwatch.StartNew(), new Random(), 0);
        for (; clock.Elapsed < time; files++)
        {
            var edits = Enumerable.Range(0, random.Next(1, MostEdits)).Select(_ => Edit.Random(random, bytes.Length)).ToList();
            if (Fault(edits) is null)
                continue;
            for (var i = edits.Count - 1; i >= 0; i--)
                if (edits.Count > 1 && edits.Where((_, k) => k != i).ToList() is var fewer && Fault(fewer) is not null)
                    edits = fewer;
            Console.Error.WriteLine($"{good} with {string.Join(", ", edits)}: {Fault(edits)}");
            return false;
        }
        Console.WriteLine($"{good}: {files:N0} changed files, no fault");
        return true;
    }

    private string? Fault(List<Edit> edits)
    {
        var file = binary.PathOf("changed" + Path.GetExtension(good));
        File.WriteAllBytes(file, edits.Aggregate(bytes, (changed, edit) => edit.Of(changed)));
        foreach (var command in commands)
        {
            var ending = binary.Run(command.Replace("$file", file, StringComparison.Ordinal));
            if (ending.Fault(codes) is { } fault)
                return $"{fault} of {ending.Command}: {ending.Errors}";
        }
        return null;
    }

    /// <summary>Bytes from a place on that are left out, and others in their place.</summary>
    private sealed record Edit(int At, int Length, byte[] Instead)
    {
        private static readonly string[] Pieces = ["[", "]", "{", "}", ",", "\"", "10", "-1", "1e9", "null", "[]", "0", "\\u0000"];

        public static Edit Random(Random random, int length)
        {
            var at = random.Next(random.NextDouble() < NearBeginning ? Math.Min(length, Beginning) : length);
            var instead = new byte[random.Next(9)];
            random.NextBytes(instead);
            return random.Next(3) switch
            {
                0 => new(at, instead.Length, instead),
                1 => new(at, random.Next(3), System.Text.Encoding.ASCII.GetBytes(Pieces[random.Next(Pieces.Length)])),
                _ => new(at, random.Next(100), []),
            };
        }

        public byte[] Of(byte[] all)
        {
            var from = Math.Min(At, all.Length);
            return [.. all.AsSpan(0, from), .. Instead, .. all.AsSpan(Math.Min(all.Length, from + Length))];
        }

        public override string ToString() => $"{Length} bytes from {At} on replaced by {Convert.ToHexStringLower(Instead)}";
    }
}
