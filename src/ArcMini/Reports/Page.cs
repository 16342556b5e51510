using System.Text;
using ArcMini.Rendering;

namespace ArcMini.Reports;

/// <summary>
/// A page in one HTML file: a summary and a card for each task. It loads nothing from anywhere. The files page.html, page.css and
/// page.js hold its frame, its look, and what it does when it is used.
/// </summary>
/// <param name="Title">The title.</param>
/// <param name="Summary">What stands above the cards.</param>
/// <param name="Cards">The cards, in order.</param>
internal sealed record Page(string Title, Html Summary, IReadOnlyList<Card> Cards)
{
    /// <summary>With more cards than this, the browser draws a card only when it comes near the window.</summary>
    private const int MostDrawnAtOnce = 12;

    /// <summary>Writes the page in UTF-8.</summary>
    /// <param name="stream">Where it is written.</param>
    /// <param name="palette">The palette with which it opens.</param>
    /// <param name="digits">Whether it opens with digits in the cells.</param>
    public void Write(Stream stream, Palette palette, bool digits)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var part in Resource("page.html").Split("{{"))
        {
            var (slot, rest) = part.Split("}}") is [var name, var markup] ? (name, markup) : ("", part);
            Fill(text, slot, palette, digits);
            text.Write(rest);
        }
    }

    private void Fill(StreamWriter text, string slot, Palette palette, bool digits)
    {
        switch (slot)
        {
            case "cards":
                for (var i = 0; i < Cards.Count; i++)
                    text.WriteLine(Article(Cards[i], i));
                break;
            case "style":
                text.Write(Resource("page.css") + PageStyle.Sheet());
                break;
            case "script":
                text.Write(Resource("page.js"));
                break;
            default:
                text.Write(Small(slot, palette, digits));
                break;
        }
    }

    private Html Small(string slot, Palette palette, bool digits) => slot switch
    {
        "title" => $"{Title}",
        "palette" => $"{palette.Name}",
        "digits" => digits ? $"digits" : Html.None,
        "summary" => Summary,
        "patterns" => Html.Raw(PageStyle.Patterns()),
        "filters" => Filters(),
        "tools" => Cards.Count > 1 ? Html.None : $"hidden",
        _ => Html.None,
    };

    /// <summary>The filters by verdict and by proposer, each with its number of cards.</summary>
    private Html Filters()
    {
        var verdicts = Verdict.All.Select(verdict => (verdict, Count: Cards.Count(card => card.Verdict == verdict)))
            .Where(verdict => verdict.Count > 0)
            .Select(verdict => Choice(verdict.verdict.Key, verdict.verdict.Text, verdict.Count)).ToList();
        var proposers = Cards.Select(card => card.Proposer).OfType<string>().Distinct().Select(Option).ToList();
        if (verdicts.Count == 0)
            return Html.None;
        return $"""
            <fieldset class=chips><legend class=unseen>Show</legend>{Choice("", "all", Cards.Count)}{verdicts}</fieldset>
            <label>by <select id=proposer><option value="">any proposer</option>{proposers}</select></label>
            <label>sort by <select id=sort><option value=order>order</option><option value=id>id</option>
            <option value=seconds>seconds</option><option value=nodes>length</option></select></label>
            """;
    }

    private static Html Choice(string key, string text, int count)
    {
        Html isChecked = key.Length == 0 ? $" checked" : Html.None;
        return $"<label class=\"chip {key}\"><input type=radio name=verdict value=\"{key}\"{isChecked}> {text} <b>{count}</b></label>";
    }

    private static Html Option(string proposer) => $"<option value=\"{proposer}\">{proposer}</option>";

    private Html Article(Card card, int order)
    {
        var badge = card.Verdict is null ? Html.None : Badge(card.Verdict);
        Html body = Cards.Count > MostDrawnAtOnce ? $"<template>{card.Body}</template>" : card.Body;
        return $"""
            <article class="card {card.Verdict?.Key}" id="task-{card.Id}" tabindex=-1 aria-label="task {card.Id}" data-id="{card.Id}"
            data-order={order} data-verdict="{card.Verdict?.Key}" data-proposer="{card.Proposer}" data-seconds={card.Seconds:F3}
            data-nodes={card.Nodes} data-primitives="{string.Join(' ', card.Primitives)}">
            <h2><a href="#task-{Uri.EscapeDataString(card.Id)}">{card.Id}</a> {badge} <small>{card.Note}</small></h2>{body}</article>
            """;
    }

    private static Html Badge(Verdict verdict) => $"<span class=\"badge {verdict.Key}\">{verdict.Text}</span>";

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Page).Assembly.GetManifestResourceStream($"page/{name}")!);
        return reader.ReadToEnd();
    }
}
