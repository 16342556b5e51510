using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace ArcMini.Tests.Commands;

[Collection(Cli.Alone)]
public sealed class PictureFileTests : IDisposable
{
    private const string Task = """{"train":[{"input":[[1,2],[3,4]],"output":[[5]]}],"test":[{"input":[[6,0]]}]}""";

    /// <summary>The colours of ARC's own viewer, and the background.</summary>
    private static readonly string[] Colors =
    [
        "#000000", "#0074D9", "#FF4136", "#2ECC40", "#FFDC00", "#AAAAAA", "#F012BE", "#FF851B", "#7FDBFF", "#870C25", "#555555",
    ];

    /// <summary>The cells that the picture shows: the position of the top left pixel, and the colour.</summary>
    private static readonly (int X, int Y, int Color)[] Cells =
    [
        (24, 24, 1), (41, 24, 2), (24, 41, 3), (41, 41, 4), (24, 82, 5), (130, 24, 6), (147, 24, 0),
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Solve_draws_the_task_its_program_and_its_answer()
    {
        var file = folder["solved.svg"];
        string[] options = ["--proposers", "search", "--max-candidates", "20000", "-t", "1", "--svg", file];
        Assert.Equal(0, Cli.Run(["solve", Cli.Sample("sizes.json"), .. options]).Code);
        var svg = XDocument.Load(file).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        var program = svg.Elements(ns + "text").Select(line => line.Value).ToList();
        Assert.Equal(0, Cli.Run("run", folder.File("sizes.arc", string.Join('\n', program)), Cli.Sample("sizes.json")).Code);
        Assert.InRange(program.Max(line => line.Length), 1, int.Parse(svg.Attribute("width")!.Value) / 10);
        Assert.Equal(2, Cli.Run("solve", Cli.Sample("sizes.json"), Cli.Sample("mirror.json"), "--svg", file).Code);
    }

    [Fact]
    public void A_png_file_has_the_colour_of_each_cell()
    {
        var (width, height, pixels) = ReadPng(Show("--png", "task.png"));
        Assert.Equal((188, 123), (width, height));
        Assert.All(Cells, cell =>
        {
            Assert.Equal(Colors[cell.Color], pixels(cell.X, cell.Y));
            Assert.Equal(Colors[cell.Color], pixels(cell.X + 15, cell.Y + 15));
            Assert.Equal("#555555", pixels(cell.X - 1, cell.Y));
            Assert.Equal("#555555", pixels(cell.X, cell.Y + 16));
        });
        var colored = Enumerable.Range(0, width * height).Count(i => pixels(i % width, i / width) != "#555555");
        Assert.Equal(Cells.Length * 16 * 16, colored);
    }

    [Fact]
    public void An_svg_file_has_a_dash_for_each_cell()
    {
        var svg = XDocument.Load(Show("--svg", "task.svg")).Root!;
        Assert.Equal(("188", "123"), (svg.Attribute("width")?.Value, svg.Attribute("height")?.Value));
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal("#555555", svg.Element(ns + "rect")?.Attribute("fill")?.Value);
        var lines = svg.Element(ns + "g")!;
        Assert.Equal(("16", "16 1"), (lines.Attribute("stroke-width")?.Value, lines.Attribute("stroke-dasharray")?.Value));
        var drawn = lines.Elements(ns + "path").SelectMany(
            path => Regex.Matches(path.Attribute("d")!.Value, @"M(\d+) (\d+)h16"),
            (path, cell) => (Number(cell, 1), Number(cell, 2) - 8, Array.IndexOf(Colors, path.Attribute("stroke")?.Value)));
        Assert.Equal(Cells.Order(), drawn.Order());

        static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Cells_of_one_colour_in_a_row_are_one_line()
    {
        var task = folder.File("row.json", """{"train":[{"input":[[1,1,1],[2,1,1]],"output":[[5]]}],"test":[{"input":[[6,0]]}]}""");
        Assert.Equal(0, Cli.Run("show", task, "--svg", folder["row.svg"]).Code);
        Assert.Contains("d=\"M24 32h50M41 49h33\"", File.ReadAllText(folder["row.svg"]));
    }

    [Fact]
    public void Digits_and_the_palette_for_colour_blind_people_are_in_both_kinds_of_file()
    {
        string[] look = ["--digits", "--palette", "colorblind"];
        var pixels = ReadPng(Show("--png", "task.png", look)).Pixels;
        Assert.Equal(("#0072B2", "#FFFFFF", "#0072B2"), (pixels(24, 24), pixels(31, 27), pixels(29, 27)));
        Assert.Equal(("#F0E442", "#000000"), (pixels(41, 41), pixels(46, 44)));
        var svg = File.ReadAllText(Show("--svg", "task.svg", look));
        Assert.Contains("stroke=\"#0072B2\"", svg);
        Assert.Contains("""<rect x="31" y="27" width="2" height="2"/>""", svg.Split("""<g fill="#FFFFFF">""")[1].Split("</g>")[0]);
    }

    [Fact]
    public void A_picture_shows_one_task_only()
    {
        var bundle = folder.File("two.json", $$"""{"a":{{Task}},"b":{{Task}}}""");
        var reply = Cli.Run("show", bundle, "--png", folder["two.png"]);
        Assert.Equal(2, reply.Code);
        Assert.Equal($"{bundle} has 2 tasks; choose one with --task ID\n", reply.Error);
        Assert.False(File.Exists(folder["two.png"]));
    }

    private string Show(string option, string file, params string[] look)
    {
        var reply = Cli.Run(["show", folder.File("task.json", Task), option, folder[file], .. look]);
        Assert.Equal(new Reply(0, "", ""), reply);
        return folder[file];
    }

    /// <summary>Reads a PNG file with a palette and unfiltered rows. Checks the length, order and checksum of its chunks.</summary>
    private static (int Width, int Height, Func<int, int, string> Pixels) ReadPng(string file)
    {
        var bytes = File.ReadAllBytes(file);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], bytes[..8]);
        var chunks = new List<(string Type, byte[] Data)>();
        for (var at = 8; at < bytes.Length; at += 12 + chunks[^1].Data.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            chunks.Add((Encoding.ASCII.GetString(bytes, at + 4, 4), bytes[(at + 8)..(at + 8 + length)]));
            Assert.Equal(Crc(bytes[(at + 4)..(at + 8 + length)]), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + length)));
        }
        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        var (header, palette) = (chunks[0].Data, chunks[1].Data);
        Assert.Equal([8, 3, 0, 0, 0], header[8..]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        using var zlib = new ZLibStream(new MemoryStream(chunks[2].Data), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        zlib.CopyTo(unpacked);
        var rows = unpacked.ToArray();
        Assert.Equal((width + 1) * height, rows.Length);
        Assert.All(Enumerable.Range(0, height), y => Assert.Equal(0, rows[y * (width + 1)]));
        return (width, height, (x, y) => $"#{Convert.ToHexString(palette, 3 * rows[y * (width + 1) + 1 + x], 3)}");
    }

    /// <summary>The checksum of a chunk, computed bit by bit.</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
