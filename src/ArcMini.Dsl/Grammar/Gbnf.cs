using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Grammar;

/// <summary>
/// Writes the language as a GBNF grammar for llama.cpp. Every text that the grammar derives is a program in canonical spacing. The
/// program type-checks if its variables are bound to values of the types that their places need. There is one set of rules for each
/// type, and each rule comes twice: under its own name where no variable can be bound, and with the suffix <c>-in</c> inside a
/// function or after a <c>let</c>.
/// </summary>
/// <remarks>
/// llama.cpp follows all open alternatives at once. Some rare forms would double their number and are left out: lists of truth values;
/// lists of lists, except of grids; comparisons of lists; empty lists; comments; and variable names longer than a letter and a digit.
/// </remarks>
public static class Gbnf
{
    /// <summary>The longest side, in cells, of a grid that a program may contain.</summary>
    private const int MaxSide = 10;

    /// <summary>The grammar that <c>grammar/arcmini.gbnf</c> holds.</summary>
    public static string Write()
    {
        var rules = new GbnfRules();
        rules.Add("root", ["grid", "let let-in* grid-in"]);
        foreach (var scope in new[] { "", "-in" })
            new GbnfScope(rules, scope).WriteAll();
        rules.Add("name", ["[a-z] [1-9]?"]);
        rules.Add("number", ["\"-\"? [1-9] [0-9]{0,5}", "\"0\"", "\"?\""]);
        rules.Add("color-word", [.. Color.Names.Select(Quoted), "\"?\""]);
        rules.Add("direction", [.. Point.Directions.Select(direction => Quoted(direction.Name)), "\"?\""]);
        rules.Add("cells", Enumerable.Range(1, MaxSide).Select(Cells));
        rules.Add("calculate", ["\" + \"", "\" - \"", "\" * \"", "\" / \"", "\" % \""]);
        rules.Add("compare", ["\" == \"", "\" != \"", "\" < \"", "\" <= \"", "\" > \"", "\" >= \""]);
        rules.Add("equal", ["\" == \"", "\" != \""]);
        rules.Add("logic", ["\" and \"", "\" or \""]);
        return "# Generated from the primitive table by `arcmini grammar --gbnf`; do not edit.\n" + rules;
    }

    /// <summary>Grids in quotes with rows of one width, in cells.</summary>
    private static string Cells(int width) => $"\"\\\"\" [0-9.]{{{width}}} (\"/\" [0-9.]{{{width}}}){{0,{MaxSide - 1}}} \"\\\"\"";

    private static string Quoted(string text) => $"\"{text}\"";
}
