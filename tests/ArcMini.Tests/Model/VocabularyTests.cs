using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Model;
using Xunit;

namespace ArcMini.Tests.Model;

public class VocabularyTests
{
    private static readonly Vocabulary Vocabulary = Vocabulary.Current;

    [Fact]
    public void A_program_is_the_concatenation_of_its_tokens()
    {
        var examples = PrimitiveTable.All.Select(primitive => Parser.Parse(primitive.Example).ToString());
        foreach (var text in examples.Append("let a = input |> objects\na |> first").Append("é\U0001F600?"))
        {
            var tokens = new List<int>();
            Vocabulary.Encode(text, tokens);
            Assert.Equal(text, Vocabulary.Decode(tokens));
        }
    }

    [Fact]
    public void The_longest_word_is_taken()
    {
        var tokens = new List<int>();
        Vocabulary.Encode("input |> objects4", tokens);
        Assert.Equal(["input", " |> ", "objects4"], tokens.Select(id => Vocabulary.Tokens[id].Text));
    }

    [Fact]
    public void There_are_under_a_thousand_tokens_all_different() =>
        Assert.InRange(Vocabulary.Tokens.Select(token => token.Text).Distinct().Count(), Vocabulary.Tokens.Count, 999);

    [Theory]
    [InlineData("1")]
    [InlineData("123")]
    [InlineData("12/34/56")]
    [InlineData("12345/67890")]
    public void A_grid_has_a_token_for_two_cells_and_one_between_rows(string text)
    {
        Assert.True(GridText.TryRead(text, out var grid));
        var tokens = new List<int>();
        Vocabulary.Encode(grid, tokens);
        Assert.Equal(Vocabulary.Length(grid), tokens.Count);
        Assert.Equal(text, string.Concat(tokens.Select(id => id == Vocabulary.Row ? "/" : Vocabulary.Tokens[id].Text.Trim('<', '>'))));
    }

    [Fact]
    public void A_vocabulary_can_be_made_of_its_own_tokens()
    {
        var again = new Vocabulary([.. Vocabulary.Tokens]);
        Assert.Equal((Vocabulary.Bos, Vocabulary.Program, Vocabulary.Row), (again.Bos, again.Program, again.Row));
    }

    [Fact]
    public void A_primitive_that_a_model_has_no_word_for_is_written_in_bytes()
    {
        var older = new Vocabulary([.. Vocabulary.Tokens.Where(token => token.Text != "objects4")]);
        var tokens = new List<int>();
        older.Encode("objects4", tokens);
        Assert.Equal("objects4", older.Decode(tokens));
    }

    [Fact]
    public void Words_of_a_model_may_begin_with_any_sign_or_be_empty()
    {
        var odd = new Vocabulary([.. Vocabulary.Tokens, new Token("é!", TokenKind.Word), new Token("", TokenKind.Word)]);
        var tokens = new List<int>();
        odd.Encode("é!é", tokens);
        Assert.Equal(odd.Tokens.Count - 2, tokens[0]);
        Assert.Equal("é!é", odd.Decode(tokens));
    }
}
