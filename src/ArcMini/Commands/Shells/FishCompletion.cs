using System.Text;

namespace ArcMini.Commands.Shells;

/// <summary>Writes the completion for fish.</summary>
internal static class FishCompletion
{
    /// <summary>The script.</summary>
    public static string Write(CommandTable table)
    {
        var text = new StringBuilder("# Completion of arcmini for fish, made by 'arcmini completion fish'.\n");
        foreach (var command in table.Commands.DistinctBy(command => command.Words[0]))
            text.Append($"complete -c arcmini -n __fish_use_subcommand -f -a {command.Words[0]} -d {Quoted(command.Text)}\n");
        foreach (var command in table.Groups.SelectMany(group => group))
        {
            var (first, second) = (command.Words[0], command.Words[1]);
            text.Append($"complete -c arcmini -n '{Seen(first)}; and not {Seen(second)}' -f -a {second} -d {Quoted(command.Text)}\n");
        }
        foreach (var option in table.CommonOptions)
            text.Append($"complete -c arcmini{Option(option)}\n");
        foreach (var command in table.Commands)
        {
            var condition = $"complete -c arcmini -n '{string.Join("; and ", command.Words.Select(Seen))}'";
            foreach (var option in table.OwnOptions(command))
                text.Append($"{condition}{Option(option)}\n");
            foreach (var argument in command.Arguments.Where(argument => argument.Values.Length > 0))
                text.Append($"{condition} -f -a '{string.Join(' ', argument.Values)}'\n");
            if (command.Arguments.Count == 0)
                text.Append($"{condition} -f\n");
        }
        return text.ToString();
    }

    private static string Seen(string word) => $"__fish_seen_subcommand_from {word}";

    private static string Option(OptionHelp option)
    {
        var names = string.Concat(option.Names.Select(name => name switch
        {
            ['-', '-', ..] => $" -l {name[2..]}",
            ['-', _] => $" -s {name[1..]}",
            _ => $" -o {name[1..]}",
        }));
        var value = option.Type is null ? ""
            : option.TakesFile ? " -r -F"
            : option.Values.Length > 0 ? $" -x -a '{string.Join(' ', option.Values)}'"
            : " -x";
        return $"{names}{value} -d {Quoted(option.Text)}";
    }

    private static string Quoted(string text) => Sentence.Quoted(Sentence.First(text), @"\", @"\'");
}
