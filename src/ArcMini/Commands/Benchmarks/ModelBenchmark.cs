using ArcMini.Commands.Options;
using ArcMini.Model;
using ArcMini.Model.Llama;
using ArcMini.Synth;

namespace ArcMini.Commands.Benchmarks;

/// <summary>Measures the model: whole programs per second, and tokens per second against llama.cpp alone.</summary>
internal static class ModelBenchmark
{
    /// <summary>Measures a model file on one task.</summary>
    public static void Run(string file, CommonOptions options, SyntheticTask task, CancellationToken cancel)
    {
        using var loaded = LlamaModel.Load(file, options.GpuLayers);
        var model = new ProgramModel(loaded);
        var (modelOptions, samples) = (new ModelOptions(Views: 1, options.Temperature), 0);
        var (passes, time) = Measurement.Repeat(
            () => samples = model.Write(task.Train, task.Test.Input, options.Predictions, modelOptions, options.Seed, cancel).Count,
            cancel);
        var (programs, info) = (passes * samples / time.TotalSeconds, loaded.Info);
        Measurement.Print($"model: {info.Description}, {info.Backend}");
        Measurement.Print($"model: {programs:N0} programs/s, {samples} samples a prompt of {task.Example.Count} tokens");
        if (model.Request(task.Train, task.Test.Input, options.Predictions, modelOptions, options.Seed) is not var (prompt, sampling))
            return;
        var promptOnly = Compare(loaded, prompt, sampling with { Samples = 1, MaxTokens = 1 }, cancel);
        var whole = Compare(loaded, prompt, sampling, cancel);
        Print("prompt", prompt.Length, promptOnly.Passes);
        var (ours, bare) = (Median(promptOnly.Passes, pass => pass.Ours), Median(promptOnly.Passes, pass => pass.Bare));
        var generation = whole.Passes.Select(pass => new PassSeconds(pass.Ours - ours, pass.Bare - bare));
        Print("generation", whole.Tokens - prompt.Length, [.. generation]);
    }

    /// <summary>Times generation, and in the same pass the decoding of the same batches by llama.cpp alone.</summary>
    private static (List<PassSeconds> Passes, int Tokens) Compare(
        LlamaModel model, int[] prompt, SamplingOptions sampling, CancellationToken cancel)
    {
        var (recording, passes, tokens) = (model.Record(prompt, sampling, cancel), new List<PassSeconds>(), 0);
        Measurement.Repeat(
            () => passes.Add(new(
                Measurement.Seconds(() => model.Generate(prompt, sampling, cancel)),
                Measurement.Seconds(() => tokens = model.Replay(recording)))),
            cancel);
        return (passes, tokens);
    }

    /// <summary>Prints medians. Both times of a pass are measured close together, so other load on the machine affects both.</summary>
    private static void Print(string what, int tokens, List<PassSeconds> passes)
    {
        var (speed, share) = (tokens / Median(passes, pass => pass.Ours), Median(passes, pass => pass.Bare / pass.Ours));
        Measurement.Print(
            $"model: {what}: {speed:N0} tokens/s, {share:P0} of llama.cpp decoding the same batches without grammar and sampling");
    }

    private static double Median(List<PassSeconds> passes, Func<PassSeconds, double> value) =>
        passes.Select(value).Order().ElementAt(passes.Count / 2);

    /// <summary>Seconds of one pass: of our generation, and of llama.cpp's decoding alone.</summary>
    private readonly record struct PassSeconds(double Ours, double Bare);
}
