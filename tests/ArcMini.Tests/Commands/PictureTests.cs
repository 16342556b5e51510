using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>The picture files that <c>arcmini show</c> writes.</summary>
[Collection(Cli.Alone)]
public sealed class PictureTests : IDisposable
{
    private const string Task = """{"train":[{"input":[[1,2]],"output":[[3]]}],"test":[{"input":[[5]]}]}""";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Svg_has_a_square_for_every_cell()
    {
        Assert.Equal(new Reply(0, "", ""), Cli.Run("show", folder.File("task.json", Task), "--svg", folder["task.svg"]));
        Assert.Equal(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="171" height="106" viewBox="0 0 171 106" shape-rendering="crispEdges">
            <rect width="100%" height="100%" fill="#555555"/>
            <g fill="#0074D9">
            <rect x="24" y="24" width="16" height="16"/>
            </g>
            <g fill="#FF4136">
            <rect x="41" y="24" width="16" height="16"/>
            </g>
            <g fill="#2ECC40">
            <rect x="24" y="65" width="16" height="16"/>
            </g>
            <g fill="#AAAAAA">
            <rect x="130" y="24" width="16" height="16"/>
            </g>
            </svg>

            """,
            File.ReadAllText(folder["task.svg"]));
    }

    [Fact]
    public void Png_has_a_square_for_every_cell()
    {
        Assert.Equal(new Reply(0, "", ""), Cli.Run("show", folder.File("task.json", Task), "--png", folder["task.png"]));
        var chunks = Chunks(File.ReadAllBytes(folder["task.png"]));
        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        Assert.Equal([0, 0, 0, 171, 0, 0, 0, 106, 8, 3, 0, 0, 0], chunks[0].Data);
        Assert.Equal(11 * 3, chunks[1].Data.Length);
        Assert.Equal([0x00, 0x74, 0xD9], chunks[1].Data[3..6]);
        Assert.Equal([0x55, 0x55, 0x55], chunks[1].Data[30..]);

        var expected = new byte[106, 172]; // each row begins with its filter, 0
        for (var y = 0; y < 106; y++)
            for (var x = 1; x < 172; x++)
                expected[y, x] = 10; // the paper
        foreach (var (left, top, color) in new (int, int, byte)[] { (24, 24, 1), (41, 24, 2), (24, 65, 3), (130, 24, 5) })
            for (var y = top; y < top + 16; y++)
                for (var x = left; x < left + 16; x++)
                    expected[y, x + 1] = color;
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(new MemoryStream(chunks[2].Data), CompressionMode.Decompress))
            packed.CopyTo(pixels);
        Assert.Equal(expected.Cast<byte>(), pixels.ToArray());
    }

    /// <summary>The chunks of a PNG file. The checksum of the last one, which is always the same, is checked.</summary>
    private static List<(string Type, byte[] Data)> Chunks(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        Assert.Equal([0xAE, 0x42, 0x60, 0x82], file[^4..]);
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            chunks.Add((Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }
        return chunks;
    }
}
