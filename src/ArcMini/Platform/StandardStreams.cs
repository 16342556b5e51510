namespace ArcMini.Platform;

/// <summary>
/// The streams of the process. Standard error is dispensable: work goes on without it. Standard output is not, unless a command says that
/// its results go into files too. Text is UTF-8 whatever the locale.
/// </summary>
internal static class StandardStreams
{
    private const int LastStandard = 2;
    private static readonly StandardStream output = new(StreamOf(1), "standard output");
    private static readonly StandardStream error = new(StreamOf(2), "standard error") { IsDispensable = true };

    /// <summary>Standard output for bytes.</summary>
    public static Stream Output => output;

    /// <summary>
    /// Takes the place of .NET's streams. Comes before anything else: a descriptor that is closed leads to /dev/null from now on, so
    /// that no file and no pipe gets its number.
    /// </summary>
    public static void Open()
    {
        for (var descriptor = 0; descriptor <= LastStandard; descriptor++)
            if (!DescriptorStream.IsOpen(descriptor))
                _ = Libc.Open("/dev/null", Libc.ReadAndWrite);
        Console.SetOut(new TerminalWriter(output, colors: true));
        Console.SetError(new TerminalWriter(error, colors: false));
    }

    /// <summary>Says that the work goes on where standard output cannot be written, because its results go into files too.</summary>
    public static void ResultsAreInFilesToo() => output.IsDispensable = true;

    /// <summary>Why standard output could not be written, null where it could or where its reader left.</summary>
    public static string? Fault => output.Fault;

    /// <summary>
    /// The stream behind a descriptor. Where it is closed when the process starts, nothing is written, and the runtime may have opened a
    /// file of its own for reading under its number.
    /// </summary>
    private static Stream StreamOf(int descriptor) =>
        DescriptorStream.IsWritable(descriptor) ? new DescriptorStream(descriptor) : Stream.Null;
}
