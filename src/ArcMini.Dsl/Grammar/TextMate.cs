using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Grammar;

/// <summary>Writes the TextMate grammar, with which editors colour programs.</summary>
public static class TextMate
{
    /// <summary>The patterns, each with its scope. Where several match, the first one counts.</summary>
    public static IEnumerable<(string Scope, string Match)> Patterns =>
    [
        ("comment.line.number-sign", "#.*$"),
        ("string.quoted.double", "\"[0-9./]*\""),
        ("constant.language.hole", "\\?"),
        ("keyword.control", Words("let", "if", "then", "else")),
        ("variable.language", Words("input")),
        ("constant.language.boolean", Words("true", "false")),
        ("constant.other.color", Words([.. Color.Names])),
        ("constant.other.direction", Words([.. Point.Directions.Select(direction => direction.Name)])),
        ("keyword.operator.word", Words("or", "and")),
        ("support.function", Words([.. PrimitiveTable.All.Where(row => row.Operator is null).Select(row => row.Name)])),
        ("constant.numeric", "-?\\b[0-9]+\\b"),
        ("keyword.operator", "\\|>|=>|[=!<>]=|[-+*/%<>=]"),
    ];

    /// <summary>The grammar that <c>editor/arcmini.tmLanguage.json</c> holds.</summary>
    public static string Write()
    {
        var text = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(text, options))
        {
            json.WriteStartObject();
            json.WriteString("$comment", "Generated from the primitive table by `arcmini grammar --textmate`; do not edit.");
            json.WriteString("name", "ArcMini");
            json.WriteString("scopeName", "source.arcmini");
            json.WriteStartArray("fileTypes");
            json.WriteStringValue("arc");
            json.WriteEndArray();
            json.WriteStartArray("patterns");
            foreach (var (scope, match) in Patterns)
            {
                json.WriteStartObject();
                json.WriteString("name", $"{scope}.arcmini");
                json.WriteString("match", match);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(text.WrittenSpan) + "\n";
    }

    private static string Words(params string[] words) => $"\\b(?:{string.Join('|', words)})\\b";
}
