using System.Reflection;
using System.Text;

namespace ArcMini.Commands.Shells;

/// <summary>Writes the manual page, in man(7)'s macros.</summary>
internal static class ManPage
{
    /// <summary>The sections of <c>docs/command-line.md</c> that are part of the page, and their titles there.</summary>
    private static readonly (string Heading, string Title)[] TablesOfGuide =
        [("Exit codes", "EXIT STATUS"), ("Environment variables", "ENVIRONMENT")];

    /// <summary>The page.</summary>
    public static string Write(CommandTable table, string version)
    {
        var text = new StringBuilder($".TH ARCMINI 1 \"\" \"arcmini {version}\"\n");
        text.Append(".SH NAME\narcmini \\- solves tasks of the Abstraction and Reasoning Corpus by writing programs\n");
        text.Append(".SH SYNOPSIS\n.B arcmini\n.I command\n.RI [ options ]\n.RI [ arguments ]\n.SH COMMANDS\n");
        foreach (var command in table.Commands)
        {
            text.Append($".SS {Plain(command.Name)}\n{Plain(command.Text)}\n");
            foreach (var argument in command.Arguments)
                text.Append($".TP\n.I argument\n{Plain(argument.Text)}\n");
            foreach (var option in table.OwnOptions(command))
                AppendOption(text, option);
        }
        text.Append(".SH COMMON OPTIONS\nEvery command takes these.\n");
        foreach (var option in table.CommonOptions)
            AppendOption(text, option);
        var guide = Guide();
        foreach (var (heading, title) in TablesOfGuide)
            AppendTable(text.Append($".SH {title}\n"), guide, heading);
        return text.ToString();
    }

    private static void AppendOption(StringBuilder text, OptionHelp option)
    {
        text.Append($".TP\n.BR {Plain(string.Join(" , ", option.Names)).Replace(" , ", " \", \" ", StringComparison.Ordinal)}\n");
        text.Append(Plain(option.Text)).Append('\n');
        if (option.Default.Length > 0)
            text.Append($"Default: {Plain(option.Default)}.\n");
    }

    /// <summary>A table of two columns in Markdown as a list of terms.</summary>
    private static void AppendTable(StringBuilder text, string guide, string heading)
    {
        var rows = guide.Split('\n').SkipWhile(line => line != $"## {heading}").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|')).Skip(2);
        foreach (var cells in rows.Select(row => row.Replace("`", "", StringComparison.Ordinal).Trim('|').Split('|')))
            text.Append($".TP\n.B {Plain(cells[0].Trim())}\n{Plain(cells[1].Trim())}\n");
    }

    private static string Guide()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("command-line")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A text in which no character is a command of troff.</summary>
    private static string Plain(string text)
    {
        var escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return escaped is ['.' or '\'', ..] ? $"\\&{escaped}" : escaped;
    }
}
