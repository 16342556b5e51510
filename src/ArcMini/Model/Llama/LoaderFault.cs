using System.Text.RegularExpressions;

namespace ArcMini.Model.Llama;

/// <summary>What the dynamic loader says when a library cannot be loaded, as a sentence that names the remedy.</summary>
internal static partial class LoaderFault
{
    private const string CppLibrary = "libstdc++6 (Debian, Ubuntu) or libstdc++ (Fedora, RHEL)";

    /// <summary>The sentence for a message of the loader.</summary>
    /// <param name="library">Path of the library that was to be loaded.</param>
    /// <param name="message">The message; of the runtime's paragraph only the last line is the loader's own.</param>
    public static string Explain(string library, string message)
    {
        var line = message.Trim().Split('\n')[^1].Trim();
        if (MissingLibrary().Match(line) is { Success: true } missing && Remedy(missing.Groups[1].Value) is { } remedy)
            return $"llama.cpp's libraries need {missing.Groups[1].Value}, which this machine lacks: {remedy}";
        if (MissingVersion().Match(line) is { Success: true } old)
        {
            return old.Groups[1].Value == "GLIBC"
                ? $"llama.cpp's libraries need glibc {old.Groups[2].Value}, and this machine's (package libc6 or glibc) is older: "
                    + "use a system of 2022 or later, such as Debian 12, Ubuntu 22.04 or RHEL 9"
                : $"llama.cpp's libraries need {old.Groups[1].Value}_{old.Groups[2].Value}, and this machine's C++ library is older: "
                    + $"upgrade the package {CppLibrary}";
        }
        return $"cannot load llama.cpp's library {library}: {line}";
    }

    private static string? Remedy(string library) => library switch
    {
        "libgomp.so.1" => "install the package libgomp1 (Debian, Ubuntu) or libgomp (Fedora, RHEL)",
        "libstdc++.so.6" => $"install the package {CppLibrary}",
        "libgcc_s.so.1" => "install the package libgcc-s1 (Debian, Ubuntu) or libgcc (Fedora, RHEL)",
        "libcuda.so.1" => "install NVIDIA's driver",
        _ when CudaLibrary().Match(library) is { Success: true } cuda =>
            $"install CUDA {cuda.Groups[1].Value}'s libraries, or add their folder to LD_LIBRARY_PATH",
        _ => null,
    };

    [GeneratedRegex(@"^lib(?:cudart|cublas|cublasLt)\.so\.([0-9]+)$")]
    private static partial Regex CudaLibrary();

    [GeneratedRegex(@"^(\S+): cannot open shared object file: No such file or directory$")]
    private static partial Regex MissingLibrary();

    [GeneratedRegex(@"version `(GLIBC|GLIBCXX|CXXABI)_([0-9.]+)' not found")]
    private static partial Regex MissingVersion();
}
