using System.Text;

namespace ArcMini.Commands.Shells;

/// <summary>Writes the completion for bash.</summary>
internal static class BashCompletion
{
    /// <summary>The script.</summary>
    public static string Write(CommandTable table)
    {
        var text = new StringBuilder("""
            # Completion of arcmini for bash, made by 'arcmini completion bash'.
            _arcmini() {
                local word=$2 previous=$3 command=${COMP_WORDS[1]} options= words=
                if ((COMP_CWORD == 1)); then

            """);
        text.Append($"        COMPREPLY=($(compgen -W '{string.Join(' ', table.FirstWords)}' -- \"$word\"))\n        return\n    fi\n");
        text.Append("    case $command in\n");
        foreach (var group in table.Groups)
        {
            text.Append($"        {group.Key})\n            if ((COMP_CWORD == 2)); then\n");
            var words = string.Join(' ', group.Select(command => command.Words[1]));
            text.Append($"                COMPREPLY=($(compgen -W '{words}' -- \"$word\"))\n");
            text.Append("                return\n            fi\n            command+=\" ${COMP_WORDS[2]}\" ;;\n");
        }
        text.Append("    esac\n    case $command in\n");
        foreach (var command in table.Commands)
        {
            text.Append($"        '{command.Name}') options='{Names(table.OwnOptions(command))}'");
            if (command.Arguments is [{ Values.Length: > 0 } argument, ..])
                text.Append($" words='{string.Join(' ', argument.Values)}'");
            text.Append(" ;;\n");
        }
        text.Append("    esac\n    case $previous in\n");
        AppendValues(text, table);
        text.Append($"    esac\n    [[ $word == -* ]] && words=\"$options {Names(table.CommonOptions)}\"\n");
        return text.Append("""
                [[ -n $words ]] && COMPREPLY=($(compgen -W "$words" -- "$word"))
            }
            complete -o default -F _arcmini arcmini

            """).ToString();
    }

    private static string Names(IEnumerable<OptionHelp> options) => string.Join(' ', options.SelectMany(option => option.Names));

    /// <summary>What follows an option: one of its values, a file (bash's default), or something that cannot be completed.</summary>
    private static void AppendValues(StringBuilder text, CommandTable table)
    {
        var options = table.AllOptions.Where(option => option.Type is not null).ToList();
        foreach (var option in options.Where(option => option.Values.Length > 0))
            text.Append($"        {string.Join('|', option.Names)}) words='{string.Join(' ', option.Values)}' ;;\n");
        text.Append($"        {Patterns(option => option.TakesFile)}) return ;;\n");
        text.Append($"        {Patterns(option => !option.TakesFile && option.Values.Length == 0)}) ");
        text.Append("compopt +o default 2>/dev/null; return ;;\n");

        string Patterns(Func<OptionHelp, bool> which) => string.Join('|', options.Where(which).SelectMany(option => option.Names));
    }
}
