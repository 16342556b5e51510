namespace ArcMini.Model.Llama;

/// <summary>
/// Which of the four builds of <c>libggml-cpu.so</c> suits the processor. LLamaSharp's own choice asks the compiler's intrinsics,
/// and a native binary that runs on any x86-64-v2 processor answers there that AVX is missing.
/// </summary>
internal static class CpuVariant
{
    /// <summary>The build that runs on any processor.</summary>
    public const string Least = "noavx";

    private static readonly string[] avx = ["avx", "f16c", "fma", "bmi2"];
    private static readonly string[] avx2 = [.. avx, "avx2"];
    private static readonly string[] avx512 = [.. avx2, "avx512f", "avx512cd", "avx512vl", "avx512dq", "avx512bw"];

    /// <summary>The name of the fastest build for this machine.</summary>
    public static string OfThisMachine() => Of(ReadFlags());

    /// <summary>The name of the fastest build whose instructions are all among the flags, as <c>/proc/cpuinfo</c> writes them.</summary>
    public static string Of(IEnumerable<string> flags)
    {
        var has = flags.ToHashSet();
        return has.IsSupersetOf(avx512) ? "avx512"
            : has.IsSupersetOf(avx2) ? "avx2"
            : has.IsSupersetOf(avx) ? "avx"
            : Least;
    }

    /// <summary>The flags of the first processor; none where they cannot be read.</summary>
    private static string[] ReadFlags()
    {
        try
        {
            var line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal));
            return line?[(line.IndexOf(':') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
