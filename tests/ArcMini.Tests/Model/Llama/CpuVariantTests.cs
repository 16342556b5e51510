using ArcMini.Model.Llama;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

public class CpuVariantTests
{
    private const string Avx = "fpu sse4_2 avx f16c fma bmi1 bmi2", Avx512 = Avx + " avx2 avx512f avx512dq avx512cd avx512bw avx512vl";

    [Theory]
    [InlineData("", "noavx")]
    [InlineData("fpu sse4_2 popcnt", "noavx")]
    [InlineData("sse4_2 avx", "noavx")] // Sandy Bridge
    [InlineData("sse4_2 avx f16c", "noavx")] // Ivy Bridge: the avx build has fused multiplications too
    [InlineData("sse4_2 avx f16c fma bmi1", "noavx")] // Piledriver
    [InlineData(Avx, "avx")]
    [InlineData(Avx + " avx2", "avx2")] // Haswell
    [InlineData(Avx + " avx2 avx512f avx512cd avx512er avx512pf", "avx2")] // Knights Landing
    [InlineData("avx2 avx512f", "noavx")]
    [InlineData(Avx512, "avx512")] // Skylake-X
    [InlineData(Avx512 + " avx512vbmi avx512_vnni avx512_bf16", "avx512")] // Zen 4
    public void The_build_is_the_fastest_whose_instructions_are_there(string flags, string expected) =>
        Assert.Equal(expected, CpuVariant.Of(flags.Split(' ')));

    [SkippableFact]
    public void A_processor_with_AVX2_does_not_get_the_slowest_build()
    {
        Skip.IfNot(System.Runtime.Intrinsics.X86.Avx2.IsSupported, "this processor has no AVX2");
        Assert.NotEqual(CpuVariant.Least, Natives.Report().CpuVariant);
        var loaded = Assert.Single(LoadedLibraries(), path => path.EndsWith("/libggml-cpu.so", StringComparison.Ordinal));
        Assert.EndsWith($"/{Natives.Report().CpuVariant}/libggml-cpu.so", loaded);
    }

    private static IEnumerable<string> LoadedLibraries() =>
        File.ReadLines("/proc/self/maps").Select(line => line.Split(' ')[^1])
            .Where(path => path.EndsWith(".so", StringComparison.Ordinal)).Distinct();
}
