using System.Globalization;
using System.Runtime.InteropServices;
using ArcMini.Commands.Options;
using ArcMini.Dsl.Syntax;
using ArcMini.Model;
using ArcMini.Model.Llama;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini doctor</c>.</summary>
internal sealed class DoctorCommand
{
    private const double Gibibyte = 1 << 30;

    /// <summary>Shows what arcmini finds and would use: libraries, devices, model, threads, proposers.</summary>
    [Command("doctor")]
    public int Doctor(ConsoleAppContext context)
    {
        var options = CommonOptions.Of(context);
        Console.WriteLine($"arcmini {ProductVersion.Text}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
        Console.WriteLine($"threads: {options.Threads} of {Environment.ProcessorCount}");
        Console.WriteLine($"cache: {Quote.OneLine(NativesCache.Root(Environment.GetEnvironmentVariable))}");
        PrintNatives(Natives.Report());
        if (ModelFile.TryFind(options.Model) is { } file)
            PrintModel(file, options);
        else
            Console.WriteLine($"model: none: {ModelFile.Missing}");
        Console.WriteLine($"proposers: {string.Join(", ", ProposerFactory.Names(options))}");
        return ExitCode.Done;
    }

    private static void PrintNatives(NativesReport natives)
    {
        Console.WriteLine(
            $"llama.cpp: commit {natives.Commit}, as LLamaSharp expects; {natives.CpuVariant} libraries "
            + $"in {Quote.OneLine(natives.Folder)}");
        foreach (var (path, outcome) in natives.Tried)
            Console.WriteLine($"GPU library: {Quote.OneLine(path)}: {Quote.OneLine(outcome)}");
        foreach (var device in natives.Devices)
        {
            var memory = string.Create(
                CultureInfo.InvariantCulture, $"{device.FreeBytes / Gibibyte:F1} of {device.TotalBytes / Gibibyte:F1} GiB free");
            Console.WriteLine($"device: {Quote.OneLine(device.Name)} ({Quote.OneLine(device.Description)}), {memory}");
        }
        if (!natives.HasGpu)
            Console.WriteLine("GPU: none can be used, so models run on the CPU");
    }

    private static void PrintModel(string file, CommonOptions options)
    {
        using var loaded = LlamaModel.Load(file, options.GpuLayers);
        var info = new ProgramModel(loaded).Info;
        Console.WriteLine(
            $"model: {Quote.OneLine(info.File)}: {Quote.OneLine(info.Description)}, {info.Parameters:N0} weights, "
            + $"{info.VocabularySize} tokens, context of {info.ContextLength}");
        Console.WriteLine($"  sha256: {info.Sha256}");
        var shown = info.Metadata.Where(entry => entry.Key.StartsWith("general.") || entry.Key.StartsWith("arcmini."));
        foreach (var (key, value) in shown.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            Console.WriteLine($"  {Quote.OneLine(key)}: {Quote.OneLine(value)}");
        Console.WriteLine($"  runs on: {info.Backend}{(info.GpuLayers > 0 ? $", {info.GpuLayers} layers on the GPU" : "")}");
    }
}
