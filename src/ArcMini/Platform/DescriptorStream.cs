using System.Runtime.InteropServices;

namespace ArcMini.Platform;

/// <summary>Nobody reads what is written. The work ends, and nothing needs to be said.</summary>
internal sealed class ReaderGoneException() : IOException("the reader of a pipe is gone");

/// <summary>
/// Writes to an open file descriptor, and does not close it. .NET's own streams do not do: that of the console takes a reader that is gone
/// for success, and that of files keeps a position of its own.
/// </summary>
/// <param name="descriptor">The number of the descriptor.</param>
internal sealed class DescriptorStream(int descriptor) : WriteStream
{
    /// <summary>Whether a descriptor is open.</summary>
    public static bool IsOpen(int descriptor) => Libc.Control(descriptor, Libc.GetFlags) >= 0;

    /// <summary>Whether a descriptor is open for writing.</summary>
    public static bool IsWritable(int descriptor) =>
        Libc.Control(descriptor, Libc.GetFlags) is >= 0 and var flags && (flags & Libc.AccessMask) != Libc.ReadOnly;

    /// <inheritdoc/>
    /// <exception cref="ReaderGoneException">Nobody reads the pipe.</exception>
    /// <exception cref="IOException">The bytes cannot be written; the message says why.</exception>
    public override unsafe void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* bytes = buffer)
        {
            for (var done = 0; done < buffer.Length;)
            {
                var written = Libc.Write(descriptor, bytes + done, (nuint)(buffer.Length - done));
                if (written >= 0)
                    done += (int)written;
                else
                    Recover(Marshal.GetLastPInvokeError());
            }
        }
    }

    /// <summary>Waits where a write may be tried again, and throws where not.</summary>
    private unsafe void Recover(int error)
    {
        if (error == Libc.BrokenPipe)
            throw new ReaderGoneException();
        if (error == Libc.TryAgain)
        {
            var request = new Libc.PollRequest { Descriptor = descriptor, Events = Libc.PollRequest.Writable };
            Libc.Poll(&request, 1, Timeout.Infinite);
        }
        else if (error != Libc.Interrupted)
        {
            throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        }
    }
}
