using System.Text.Json;
using System.Text.RegularExpressions;
using ArcMini.Dsl.Grammar;

namespace ArcMini.Dsl.Tests.Grammar;

public class TextMateTests
{
    [Theory]
    [InlineData("let", "keyword.control")]
    [InlineData("input", "variable.language")]
    [InlineData("objects", "support.function")]
    [InlineData("objects4", "support.function")]
    [InlineData("up_left", "constant.other.direction")]
    [InlineData("magenta", "constant.other.color")]
    [InlineData("true", "constant.language.boolean")]
    [InlineData("?", "constant.language.hole")]
    [InlineData("-12", "constant.numeric")]
    [InlineData("\"12/3.\"", "string.quoted.double")]
    [InlineData("# red", "comment.line.number-sign")]
    [InlineData("|>", "keyword.operator")]
    [InlineData("=>", "keyword.operator")]
    [InlineData("and", "keyword.operator.word")]
    [InlineData("my_objects", null)]
    [InlineData("inputs", null)]
    public void Each_word_has_one_colour(string word, string? scope)
    {
        using var grammar = JsonDocument.Parse(TextMate.Write());
        var first = grammar.RootElement.GetProperty("patterns").EnumerateArray()
            .Select(pattern => (
                Scope: pattern.GetProperty("name").GetString(),
                Found: Regex.Match(word, pattern.GetProperty("match").GetString()!)))
            .FirstOrDefault(pattern => pattern.Found is { Success: true, Index: 0 });
        Assert.Equal(scope is null ? null : $"{scope}.arcmini", first.Scope);
        Assert.Equal(scope is null ? 0 : word.Length, first.Found?.Length ?? 0);
    }
}
