namespace ArcMini.Dsl.Types;

/// <summary>Finds the name that a misspelt one was probably meant to be.</summary>
public static class Spelling
{
    /// <summary>The nearest of the known names by edit distance, the first of equally near ones; null where none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var best = known.Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .MinBy(candidate => candidate.Distance);
        return name.Length > 2 && best.Name is not null && best.Distance <= Math.Max(1, name.Length / 3) ? best.Name : null;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        return table[a.Length, b.Length];
    }
}
