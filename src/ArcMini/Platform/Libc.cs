using System.Runtime.InteropServices;

namespace ArcMini.Platform;

/// <summary>The calls of libc for which .NET has no method.</summary>
internal static unsafe partial class Libc
{
    /// <summary>Error numbers.</summary>
    public const int Interrupted = 4, TryAgain = 11, BrokenPipe = 32;

    /// <summary>Flags of <see cref="Open"/>, <see cref="Control"/> and <see cref="Access"/>.</summary>
    public const int ReadOnly = 0, ReadAndWrite = 2, AccessMask = 3, GetFlags = 3, MayWrite = 2;

    /// <summary>The user whose rights the process has.</summary>
    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    public static partial int Control(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PollRequest* requests, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Status(int folder, string path, int flags, uint mask, StatusBuffer* status);

    /// <summary>The <c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollRequest
    {
        public const short Writable = 4;
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    /// <summary>The beginning of <c>struct statx</c>, which is the same on all machines.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    public struct StatusBuffer
    {
        public const uint Basic = 0x7FF;
        public const int CurrentFolder = -100, NoFollow = 0x100;
        public const ulong MountPoint = 0x2000;
        [FieldOffset(8)] public ulong Attributes;
        [FieldOffset(16)] public uint Links;
        [FieldOffset(20)] public uint Owner;
        [FieldOffset(24)] public uint Group;
        [FieldOffset(28)] public ushort Mode;
    }
}
