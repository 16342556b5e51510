namespace ArcMini.Model.Llama;

/// <summary>Where llama.cpp's libraries were looked for, and what was found, for <c>arcmini doctor</c>.</summary>
/// <param name="Folder">Folder that the CPU libraries were loaded from.</param>
/// <param name="Commit">The commit of llama.cpp that they were built from.</param>
/// <param name="CpuVariant">The build of <c>libggml-cpu.so</c> that was loaded.</param>
/// <param name="Tried">Paths of GPU libraries in the order tried, each with what came of it.</param>
/// <param name="Devices">Devices of all loaded backends.</param>
internal sealed record NativesReport(
    string Folder, string Commit, string CpuVariant, IReadOnlyList<TriedLibrary> Tried, IReadOnlyList<NativeDevice> Devices)
{
    /// <summary>Whether a GPU can be used.</summary>
    public bool HasGpu => Devices.Any(device => device.IsGpu);
}

/// <summary>A library that was looked for.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Outcome">"loaded", or why it was not.</param>
internal sealed record TriedLibrary(string Path, string Outcome);

/// <summary>A device of a loaded backend.</summary>
/// <param name="Name">Its name in llama.cpp, as CPU or CUDA0.</param>
/// <param name="Description">The hardware's name.</param>
/// <param name="IsGpu">Whether layers of a model can be placed on it.</param>
/// <param name="FreeBytes">Free memory in bytes.</param>
/// <param name="TotalBytes">Memory in bytes.</param>
internal sealed record NativeDevice(string Name, string Description, bool IsGpu, long FreeBytes, long TotalBytes);
