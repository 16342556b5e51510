using System.Text.RegularExpressions;

namespace ArcMini.Commands.Shells;

/// <summary>The table of all commands and options. It is read from the help texts, which the framework makes from the code.</summary>
/// <param name="Commands">The commands, by name.</param>
internal sealed partial record CommandTable(IReadOnlyList<CommandHelp> Commands)
{
    /// <summary>The options that every command takes.</summary>
    public IReadOnlyList<OptionHelp> CommonOptions { get; } =
        [.. Commands[0].Options.Where(option => Commands.All(command => Has(command, option)))];

    /// <summary>The options of a command that not every command takes.</summary>
    public IEnumerable<OptionHelp> OwnOptions(CommandHelp command) => command.Options.Where(option => !CommonOptions.Any(option.Is));

    /// <summary>The first words of all commands.</summary>
    public IEnumerable<string> FirstWords => Commands.Select(command => command.Words[0]).Distinct();

    /// <summary>The commands of two words, by their first word.</summary>
    public IEnumerable<IGrouping<string, CommandHelp>> Groups =>
        Commands.Where(command => command.Words.Length > 1).GroupBy(command => command.Words[0]);

    /// <summary>Every option of every command once.</summary>
    public IEnumerable<OptionHelp> AllOptions => Commands.SelectMany(command => command.Options).DistinctBy(option => option.Names[^1]);

    /// <summary>Reads the table.</summary>
    /// <param name="help">Returns the help text of a command, given by its words; of the program where there are none.</param>
    public static CommandTable Read(Func<string[], string> help) => new(
        [.. Section(help([]), "Commands").Select(line => NameAndText().Match(line).Groups)
            .Select(command => Command(command["name"].Value, command["text"].Value, help(command["name"].Value.Split(' '))))]);

    private static CommandHelp Command(string name, string text, string help) =>
        new(name, text, [.. Section(help, "Arguments").Select(Option)], [.. Section(help, "Options").Select(Option)]);

    private static OptionHelp Option(string line)
    {
        var parts = OptionLine().Match(line).Groups;
        return new(
            parts["names"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries),
            parts["type"].Success ? parts["type"].Value.TrimEnd('?') : null,
            parts["text"].Value,
            parts["default"].Value is "null" or "@\"\"" ? "" : parts["default"].Value);
    }

    /// <summary>The lines below a title.</summary>
    private static IEnumerable<string> Section(string help, string title) =>
        help.Split('\n').SkipWhile(line => line != $"{title}:").Skip(1).TakeWhile(line => line.Length > 0);

    private static bool Has(CommandHelp command, OptionHelp option) => command.Options.Any(option.Is);

    [GeneratedRegex("^  (?<name>.+?)  +(?<text>.*)$")]
    private static partial Regex NameAndText();

    [GeneratedRegex(
        @"^  (\[\d+\]|(?<names>-[^ ,]+(, -[^ ,]+)*))( <(?<type>[^>]+)>)?"
        + @"( +(?<text>.*?))??( \[Default: (?<default>.*)\])?( \[Required\])?$")]
    private static partial Regex OptionLine();
}
