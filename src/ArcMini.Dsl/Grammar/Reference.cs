using System.Text;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Grammar;

/// <summary>Writes the reference page of the language, in Markdown, from the primitive table.</summary>
public static class Reference
{
    /// <summary>The page that <c>grammar/reference.md</c> holds.</summary>
    public static string Write()
    {
        var text = new StringBuilder($"{Introduction}\n\n{Types}\n\n{SizeLimits}\n\n## Families\n\n");
        foreach (var family in PrimitiveTable.Families)
            text.Append($"- [{family.Title}](#{Anchor(family.Title)}): {Quoted(family.Primitives.Select(row => row.Name))}\n");
        foreach (var family in PrimitiveTable.Families)
        {
            text.Append($"\n## {family.Title}\n\n{family.Summary}\n");
            foreach (var row in family.Primitives)
                text.Append('\n').Append(Entry(row));
        }
        return text.ToString();
    }

    private static string Introduction =>
        $"""
        # The language

        Generated from the primitive table by `arcmini grammar`; do not edit.

        A program is a list of `let` bindings, which may be empty, and one expression of type `Grid`. `input` is the input grid. The value
        of the expression is the output grid.

        ```text
        let shapes = input |> objects
        input |> paint(shapes |> filter(s => size(s) > 3) |> recolor(red))
        ```

        ## Syntax

        | form | meaning |
        |---|---|
        | `let name = expr` | names a value; what follows can use the name |
        | `a \|> f(b)` | the same as `f(a, b)`; `a \|> f` is `f(a)` |
        | `x => expr`, `(a, b) => expr` | a function; it can only be an argument of a primitive that takes one |
        | `f`, `f(b)` where a function is expected | short for `x => f(x)`, `x => f(x, b)` |
        | `if test then a else b` | a choice |
        | `[a, b]` | a list |
        | `(row, col)` | a point: a place or a step |
        | `{Signs}` | operators, from the loosest to the tightest |
        | `?` | a hole: a literal that is still to be found |
        | `# text` | a comment, on a line of its own before a `let` or the result |

        The literals are:

        - numbers with at most six digits;
        - `true` and `false`;
        - the colours {Quoted(Color.Names)}, which are 0 to 9;
        - the directions {Quoted(Point.Directions.Select(direction => direction.Name))};
        - grids in quotes: a digit for each cell, `.` for a transparent cell, `/` between rows, as in `"12/3."`.
        """;

    private static string Types =>
        """
        ## Types

        The types are `Grid`, `Int`, `Bool`, `Color`, `Point`, `List<T>`, and functions `(A -> B)` as arguments. A whole grid, a part of a
        grid and an object are all of type `Grid`: a rectangle of cells with a place on the grid that it comes from. Types are inferred.
        Letters in a signature stand for any type. There are two conversions:

        - If the first parameter of a primitive is not a list, its argument may be a list. The primitive is applied to each item:
          `objects(input) |> recolor(red)`.
        - Where a list is expected, one item may stand. It becomes a list of one: `input |> paint(shape)`.

        Some words of this page:

        - The *background* of a scene is its most frequent colour, unless `backdrop` sets another one. The background of a task's inputs is
          black if all of them contain black and if, in at least one demonstration, no colour is more frequent than black. The background
          of an object is its transparent cells.
        - *Ink* is every visible cell that is not background.
        - The *frame* of an object is the rectangle around it.
        - Rows and columns count from 0 at the top left.
        """;

    private static string SizeLimits =>
        $"""
        ## Limits

        | what | at most |
        |---|---|
        | characters of a source | {Parser.MaxLength:N0} |
        | nesting of brackets | {Parser.MaxBrackets} |
        | nesting of brackets, choices and functions | {Parser.MaxNesting} |
        | nesting of expressions; operators and stages in a row nest, too | {Parser.MaxDepth} |
        | side of a grid in a source | {Grid.MaxTaskSide} |
        | side of a grid in a run | {Grid.MaxSide} |
        | steps of a run (evaluations, and cells that are read or written) | {Limits.Default.Steps:N0} |
        | cells and list items that a run creates | {Limits.Default.Cells:N0} |
        """;

    private static string Entry(Primitive row)
    {
        var example = Example.Of(row);
        var written = row.Operator is { } sign ? $", written `a {sign.Sign} b`" : "";
        return $"""
            ### {row.Name}

            `{row}`{written}

            {row.Summary}

            ```text
            {example.Source}

            {string.Join('\n', example.Picture)}
            ```

            """;
    }

    private static string Anchor(string title) => title.ToLowerInvariant().Replace(' ', '-');

    private static string Signs => string.Join(' ', PrimitiveTable.All
        .Where(row => row.Operator is not null).OrderBy(row => row.Operator!.Level).Select(row => row.Operator!.Sign));

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
