using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Model;

public class PromptTests
{
    private static readonly Pair Small = new(Read("12"), Read("21"));
    private static readonly Pair Large = new(Read("12/34/56"), Read("65/43/21"));

    [Fact]
    public void All_pairs_stand_in_order_where_there_is_room() =>
        Assert.Equal(
            "<bos> <input> <12> <row> <34> <row> <56> <output> <65> <row> <43> <row> <21> "
            + "<input> <12> <output> <21> <input> <12> <program>",
            Shown(100));

    [Fact]
    public void The_largest_pair_is_dropped_where_there_is_not() =>
        Assert.Equal("<bos> <input> <12> <output> <21> <input> <12> <program>", Shown(12));

    [Fact]
    public void One_pair_always_stays() => Assert.Equal("<bos> <input> <12> <output> <21> <input> <12> <program>", Shown(1));

    [Fact]
    public void A_prompt_has_as_many_tokens_as_the_limit_allows() =>
        Assert.Equal(20, Prompt.Tokens(Vocabulary.Current, [Large, Small], Small.Input, 20).Count);

    [Fact]
    public void The_text_form_has_the_same_structure() =>
        Assert.Equal("input:\n12\noutput:\n21\ninput:\n12\nprogram:\n", Prompt.Text([Large, Small], Small.Input, 50));

    private static string Shown(int limit) =>
        string.Join(' ', Prompt.Tokens(Vocabulary.Current, [Large, Small], Small.Input, limit)
            .Select(id => Vocabulary.Current.Tokens[id].Text));

    private static Grid Read(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);
}
