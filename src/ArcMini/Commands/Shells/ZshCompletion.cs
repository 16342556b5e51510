using System.Text;

namespace ArcMini.Commands.Shells;

/// <summary>Writes the completion for zsh.</summary>
internal static class ZshCompletion
{
    /// <summary>The script.</summary>
    public static string Write(CommandTable table)
    {
        var text = new StringBuilder("""
            #compdef arcmini
            # Completion of arcmini for zsh, made by 'arcmini completion zsh'.
            _arcmini() {
                local -a commands
                if (( CURRENT == 2 )); then

            """);
        AppendCommands(text, table.Commands.DistinctBy(command => command.Words[0]), word: 0);
        text.Append("    fi\n    local command=$words[2]\n    case $command in\n");
        foreach (var group in table.Groups)
        {
            text.Append($"        {group.Key})\n            if (( CURRENT == 3 )); then\n");
            AppendCommands(text, group, word: 1);
            text.Append("            fi\n            command+=\" $words[3]\"\n            shift words\n            (( CURRENT-- )) ;;\n");
        }
        text.Append("    esac\n    shift words\n    (( CURRENT-- ))\n    case $command in\n");
        foreach (var command in table.Commands)
        {
            text.Append($"        '{command.Name}')\n            _arguments");
            foreach (var option in command.Options)
                foreach (var name in option.Names)
                    text.Append($" \\\n                {Option(option, name)}");
            var file = command.Arguments.Any(argument => argument.TakesFile);
            foreach (var argument in command.Arguments.Where(argument => argument.Values.Length > 0))
                text.Append($" \\\n                ':value:({string.Join(' ', argument.Values)})'");
            text.Append(file ? " \\\n                '*:file:_files' ;;\n" : " ;;\n");
        }
        return text.Append("""
                esac
            }
            if [[ $funcstack[1] == _arcmini ]]; then
                _arcmini "$@"
            else
                compdef _arcmini arcmini
            fi

            """).ToString();
    }

    private static void AppendCommands(StringBuilder text, IEnumerable<CommandHelp> commands, int word)
    {
        text.Append("        commands=(\n");
        foreach (var command in commands)
            text.Append($"            {Sentence.Quoted($"{command.Words[word]}:{Sentence.First(command.Text)}", "", @"'\''")}\n");
        text.Append("        )\n        _describe command commands\n        return\n");
    }

    private static string Option(OptionHelp option, string name)
    {
        var value = option.Type is null ? ""
            : option.Values.Length > 0 ? $":value:({string.Join(' ', option.Values)})"
            : option.TakesFile ? ":file:_files"
            : ":number: ";
        var others = string.Join(' ', option.Names);
        var text = string.Concat(option.FirstSentence.Select(sign => sign is '[' or ']' or ':' or '\\' ? $"\\{sign}" : $"{sign}"));
        return Sentence.Quoted($"({others}){name}[{text}]{value}", "", @"'\''");
    }
}
