using System.Globalization;
using System.Runtime.InteropServices;
using ArcMini.Model;
using ArcMini.Model.Llama;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini doctor</c>.</summary>
internal sealed class DoctorCommand
{
    private const double Gibi = 1 << 30;

    /// <summary>Tells what there is and what would be used: libraries, devices, model, threads, proposers.</summary>
    [Command("doctor")]
    public int Doctor(ConsoleAppContext context)
    {
        var options = CommonOptions.Of(context);
        Console.WriteLine($"arcmini {App.Version}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
        Console.WriteLine($"threads: {options.Threads} of {Environment.ProcessorCount}");
        Console.WriteLine($"cache: {NativesCache.Root(Environment.GetEnvironmentVariable)}");
        var natives = Natives.Report();
        Console.WriteLine($"llama.cpp: commit {natives.Commit}, as LLamaSharp expects; {natives.CpuVariant} libraries in {natives.Folder}");
        foreach (var (path, outcome) in natives.Tried)
            Console.WriteLine($"GPU library: {path}: {outcome}");
        foreach (var device in natives.Devices)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"device: {device.Name} ({device.Description}), {device.FreeBytes / Gibi:F1} of {device.TotalBytes / Gibi:F1} GiB free"));
        if (!natives.HasGpu)
            Console.WriteLine("GPU: none can be used, so models run on the CPU");
        if (ModelFile.TryFind(options.Model) is { } file)
            Tell(file, options);
        else
            Console.WriteLine(
                $"model: none: there is no {ModelFile.Name} beside the binary and no models/{ModelFile.Name} up the tree; "
                + "name one by --model or ARCMINI_MODEL");
        Console.WriteLine($"proposers: {string.Join(", ", Proposers.Names(options))}");
        return ExitCode.Done;
    }

    private static void Tell(string file, CommonOptions options)
    {
        using var loaded = LlamaModel.Load(file, options.GpuLayers);
        var info = new ProgramModel(loaded).Info;
        Console.WriteLine(
            $"model: {info.File}: {info.Description}, {info.Parameters:N0} weights, {info.VocabularySize} tokens, "
            + $"context of {info.ContextLength}");
        Console.WriteLine($"  sha256: {info.Sha256}");
        var shown = info.Metadata.Where(entry => entry.Key.StartsWith("general.") || entry.Key.StartsWith("arcmini."));
        foreach (var (key, value) in shown.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            Console.WriteLine($"  {key}: {value}");
        Console.WriteLine($"  runs on: {info.Backend}{(info.GpuLayers > 0 ? $", {info.GpuLayers} layers on the GPU" : "")}");
    }
}
