using System.Text.RegularExpressions;
using ArcMini.Dsl.Grammar;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Values;

namespace ArcMini.Reports;

/// <summary>Colours programs, by the patterns that editors use too. The name of a primitive tells on hovering what it does.</summary>
internal static class ProgramHtml
{
    private const string Function = "support", ColorName = "color";

    private static readonly string[] Scopes = [.. TextMate.Patterns.Select(pattern => ClassOf(pattern.Scope))];

    private static readonly Regex Tokens = new(
        string.Join('|', TextMate.Patterns.Select((pattern, i) => $"(?<p{i}>{pattern.Match})")), RegexOptions.Multiline);

    /// <summary>A program as a block.</summary>
    public static Html Block(string program) => $"<pre class=program tabindex=0><code>{Colored(program, withHelp: true)}</code></pre>";

    /// <summary>A part of a program within a line.</summary>
    public static Html Inline(string part) => $"<code>{Colored(part, withHelp: false)}</code>";

    private static Html Colored(string program, bool withHelp)
    {
        var html = new Html(program.Length, 0);
        var end = 0;
        foreach (Match token in Tokens.Matches(program))
        {
            html.AppendFormatted(program[end..token.Index]);
            html.AppendFormatted(Token(token, withHelp));
            end = token.Index + token.Length;
        }
        html.AppendFormatted(program[end..]);
        return html;
    }

    private static Html Token(Match token, bool withHelp)
    {
        var scope = Scopes[Enumerable.Range(0, Scopes.Length).First(i => token.Groups[$"p{i}"].Success)];
        if (scope == Function && withHelp)
            return $"<span class=support title=\"{PrimitiveTable.Find(token.Value)?.Summary}\">{token.Value}</span>";
        if (scope == ColorName)
            return $"<span class=color style=\"--c:var(--c{Color.Names.ToList().IndexOf(token.Value)})\">{token.Value}</span>";
        return $"<span class={scope}>{token.Value}</span>";
    }

    /// <summary>The CSS class of a scope: <c>constant.other.color</c> is <c>color</c>, other scopes are their first word.</summary>
    private static string ClassOf(string scope) => scope.EndsWith(".color", StringComparison.Ordinal) ? ColorName : scope.Split('.')[0];
}
