using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Synth;
using ArcMini.Tests.Commands;
using Xunit;

namespace ArcMini.Tests.Synth;

public class IdiomTests
{
    private static readonly string Folder = Path.Combine(Cli.Root, "src", "ArcMini", "Synth", "idioms");

    [Fact]
    public void Every_idiom_type_checks_and_is_canonical() => Assert.All(Directory.GetFiles(Folder, "*.arc"), file =>
    {
        var source = File.ReadAllText(file);
        Assert.Equal(Printer.Print(CheckedProgram.Compile(source).Source) + "\n", source);
    });

    [Fact]
    public void The_binary_carries_the_idioms_in_the_order_of_their_numbers()
    {
        var files = Directory.GetFiles(Folder, "*.arc").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        Assert.Equal(files, SeedPrograms.Idioms.Select(idiom => idiom.Name));
        var numbers = SeedPrograms.Idioms.Select(idiom => idiom.Name.Split('-')[0]);
        Assert.Equal(Enumerable.Range(1, SeedPrograms.Idioms.Count).Select(number => $"{number:D3}"), numbers);
    }
}
