namespace ArcMini.Platform;

/// <summary>What a path leads to.</summary>
internal enum FileKind
{
    /// <summary>A plain file.</summary>
    Plain,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A device, such as <c>/dev/null</c>.</summary>
    Device,

    /// <summary>A pipe or socket.</summary>
    Pipe,

    /// <summary>A symbolic link.</summary>
    Link,
}

/// <summary>What the file system knows of a file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mode">The rights of owner, group and others.</param>
/// <param name="Owner">The user that it belongs to.</param>
/// <param name="Group">The group that it belongs to.</param>
/// <param name="Links">The number of its names.</param>
/// <param name="IsMountPoint">Whether a file system is mounted there.</param>
internal readonly record struct FileStatus(
    FileKind Kind, UnixFileMode Mode, uint Owner, uint Group, uint Links, bool IsMountPoint)
{
    private const int TypeMask = 0xF000, RightsMask = 0xFFF;
    private const UnixFileMode WriteBits = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Whether nobody may write the file, by its mode.</summary>
    public bool IsReadOnly => (Mode & WriteBits) == 0;

    /// <summary>The status of what a path leads to, or of a link itself; null where there is nothing.</summary>
    public static unsafe FileStatus? Of(string path, bool follow = true)
    {
        Libc.StatusBuffer status;
        var flags = follow ? 0 : Libc.StatusBuffer.NoFollow;
        if (Libc.Status(Libc.StatusBuffer.CurrentFolder, path, flags, Libc.StatusBuffer.Basic, &status) != 0)
            return null;
        return new(
            KindOf(status.Mode & TypeMask), (UnixFileMode)(status.Mode & RightsMask), status.Owner, status.Group, status.Links,
            (status.Attributes & Libc.StatusBuffer.MountPoint) != 0);
    }

    private static FileKind KindOf(int type) => type switch
    {
        0x8000 => FileKind.Plain,
        0x4000 => FileKind.Folder,
        0xA000 => FileKind.Link,
        0x2000 or 0x6000 => FileKind.Device,
        _ => FileKind.Pipe,
    };
}
