using System.Buffers.Binary;
using System.IO.Compression;
using ArcMini.Dsl.Values;

namespace ArcMini.Rendering;

/// <summary>Writes pictures as PNG files with a palette, 8 bits per pixel (ISO/IEC 15948).</summary>
internal static class Png
{
    /// <summary>The places in the file's palette that follow the ten colours.</summary>
    private const byte BackgroundIndex = Color.Count, DarkIndex = Color.Count + 1, LightIndex = Color.Count + 2;

    /// <summary>Writes a picture.</summary>
    public static void Write(Stream stream, Picture picture, Palette palette)
    {
        stream.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(stream, "IHDR"u8, Header(picture));
        Chunk(stream, "PLTE"u8, Colors(palette));
        Chunk(stream, "IDAT"u8, Pixels(picture, palette));
        Chunk(stream, "IEND"u8, []);
    }

    private static byte[] Header(Picture picture)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, 3);
        return header;
    }

    private static byte[] Colors(Palette palette) =>
    [
        .. Enumerable.Range(0, Palette.Count).Select(color => palette.Of((byte)color))
            .Concat([Picture.Background, Picture.DarkInk, Picture.LightInk])
            .SelectMany(rgb => new[] { rgb.R, rgb.G, rgb.B }),
    ];

    /// <summary>The compressed pixel rows, made one after the other. The byte 0 before each row means "no filter".</summary>
    private static byte[] Pixels(Picture picture, Palette palette)
    {
        var dots = picture.Dots
            .SelectMany(dot => Enumerable.Range(dot.Y, dot.Height).Select(y => (Row: y, Dot: dot)))
            .ToLookup(row => row.Row, row => row.Dot);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[picture.Width + 1];
            var (next, open) = (0, new List<(Grid Grid, int X, int Y)>());
            for (var y = 0; y < picture.Height; y++)
            {
                for (; next < picture.Grids.Count && picture.Grids[next].Y <= y; next++)
                    open.Add(picture.Grids[next]);
                open.RemoveAll(place => y >= place.Y + place.Grid.Rows * picture.Pitch);
                row.AsSpan(1).Fill(BackgroundIndex);
                foreach (var (grid, x, top) in open)
                    if ((y - top) % picture.Pitch < picture.CellSide)
                        for (var col = 0; col < grid.Cols; col++)
                            row.AsSpan(1 + x + col * picture.Pitch, picture.CellSide).Fill(grid[(y - top) / picture.Pitch, col]);
                foreach (var dot in dots[y])
                    row.AsSpan(1 + dot.X, dot.Width).Fill(palette.IsLight(dot.Color) ? DarkIndex : LightIndex);
                zlib.Write(row);
            }
        }
        return packed.ToArray();
    }

    private static void Chunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        stream.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return crc;
    }
}
