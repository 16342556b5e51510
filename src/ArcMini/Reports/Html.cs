using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace ArcMini.Reports;

/// <summary>
/// A piece of HTML, written as an interpolated string: <c>Html title = $"&lt;h1>{text}&lt;/h1>"</c>. What is filled in is text and is
/// escaped, unless it is HTML itself. So no text of a user can become markup.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Html
{
    private readonly StringBuilder text;

    /// <summary>The beginning of an interpolated string. The compiler calls it.</summary>
    public Html(int literalLength, int formattedCount) => text = new(literalLength + 16 * formattedCount);

    /// <summary>Nothing.</summary>
    public static Html None => default;

    /// <summary>Markup that was made elsewhere, as it is.</summary>
    public static Html Raw(string markup)
    {
        var html = new Html(markup.Length, 0);
        html.AppendLiteral(markup);
        return html;
    }

    /// <summary>Adds markup.</summary>
    public void AppendLiteral(string markup) => text.Append(markup);

    /// <summary>Adds text. It is escaped, also for use in an attribute in quotes.</summary>
    public void AppendFormatted(string? value) => text.Append(WebUtility.HtmlEncode(value));

    /// <summary>Adds a number.</summary>
    public void AppendFormatted(int value) => text.Append(value);

    /// <summary>Adds a number in a format, with a point before the decimals.</summary>
    public void AppendFormatted<T>(T value, string format) where T : IFormattable => text.Append(value.ToString(format, null));

    /// <summary>Adds HTML.</summary>
    public void AppendFormatted(Html value) => text.Append(value.text);

    /// <summary>Adds pieces of HTML.</summary>
    public void AppendFormatted(IEnumerable<Html> values)
    {
        foreach (var value in values)
            AppendFormatted(value);
    }

    /// <inheritdoc/>
    public override string ToString() => text?.ToString() ?? "";
}
