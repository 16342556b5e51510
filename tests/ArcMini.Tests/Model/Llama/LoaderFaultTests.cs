using ArcMini.Model.Llama;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

public class LoaderFaultTests
{
    [Theory]
    [InlineData("libgomp.so.1: cannot open shared object file: No such file or directory",
        "llama.cpp's libraries need libgomp.so.1, which this machine lacks: "
        + "install the package libgomp1 (Debian, Ubuntu) or libgomp (Fedora, RHEL)")]
    [InlineData("Unable to load shared library.\n\nlibstdc++.so.6: cannot open shared object file: No such file or directory\n",
        "llama.cpp's libraries need libstdc++.so.6, which this machine lacks: "
        + "install the package libstdc++6 (Debian, Ubuntu) or libstdc++ (Fedora, RHEL)")]
    [InlineData("/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by /x/libllama.so)",
        "llama.cpp's libraries need glibc 2.34, and this machine's (package libc6 or glibc) is older: "
        + "use a system of 2022 or later, such as Debian 12, Ubuntu 22.04 or RHEL 9")]
    [InlineData("/usr/lib64/libstdc++.so.6: version `GLIBCXX_3.4.29' not found (required by /x/libggml-base.so)",
        "llama.cpp's libraries need GLIBCXX_3.4.29, and this machine's C++ library is older: "
        + "upgrade the package libstdc++6 (Debian, Ubuntu) or libstdc++ (Fedora, RHEL)")]
    [InlineData("libcuda.so.1: cannot open shared object file: No such file or directory",
        "llama.cpp's libraries need libcuda.so.1, which this machine lacks: install NVIDIA's driver")]
    [InlineData("libcublas.so.13: cannot open shared object file: No such file or directory",
        "llama.cpp's libraries need libcublas.so.13, which this machine lacks: "
        + "install CUDA 13's libraries, or add their folder to LD_LIBRARY_PATH")]
    [InlineData("/x/libllama.so: file too short", "cannot load llama.cpp's library /x/libllama.so: /x/libllama.so: file too short")]
    public void The_sentence_names_the_remedy(string message, string expected) =>
        Assert.Equal(expected, LoaderFault.Explain("/x/libllama.so", message));
}
