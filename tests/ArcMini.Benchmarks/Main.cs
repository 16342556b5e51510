using ArcMini.Benchmarks;
using BenchmarkDotNet.Running;

return args switch
{
    ["parse"] => ParseBenchmarks.IsLinear(BenchmarkRunner.Run<ParseBenchmarks>()) ? 0 : 1,
    ["corpus"] => CorpusMeasurement.Run("corpus"),
    ["corpus", var folder] => CorpusMeasurement.Run(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "usage, from the project's root: dotnet run --project tests/ArcMini.Benchmarks -c Release -- parse | corpus [FOLDER]");
    return 2;
}
