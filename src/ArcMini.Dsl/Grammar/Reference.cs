using System.Text;
using ArcMini.Dsl.Compilation;
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
        var text = new StringBuilder(Introduction);
        foreach (var family in PrimitiveTable.Families)
            text.Append($"- [{family.Title}](#{Anchor(family.Title)}): {string.Join(", ", family.Primitives.Select(row => $"`{row.Name}`"))}\n");
        foreach (var family in PrimitiveTable.Families)
        {
            text.Append($"\n## {family.Title}\n\n{family.Summary}\n");
            foreach (var row in family.Primitives)
                text.Append('\n').Append(Entry(row));
        }
        return text.ToString();
    }

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

    private static string Introduction =>
        $"""
        # The language

        Generated from the primitive table by `arcmini grammar`; do not edit.

        A program is an optional list of `let` bindings and one expression of type `Grid`. `input` is the grid it is given.

        ```text
        let shapes = input |> objects
        input |> paint(shapes |> filter(s => size(s) > 3) |> recolor(red))
        ```

        ## Syntax

        | form | meaning |
        |---|---|
        | `let name = expr` | names a value for what follows |
        | `a \|> f(b)` | `f(a, b)`; `a \|> f` is `f(a)` |
        | `x => expr`, `(a, b) => expr` | a function, as an argument of a primitive that takes one |
        | `f`, `f(b)` in the place of a function | `x => f(x)`, `x => f(x, b)` |
        | `if test then a else b` | a choice |
        | `[a, b]` | a list |
        | `(row, col)` | a point: a place, or a step |
        | `{Signs}` | operators, from the loosest to the tightest |
        | `?` | a hole: a literal that is still to be found |
        | `# text` | a comment, on lines of its own before a `let` or the result |

        Literals: numbers of at most six digits; `true`, `false`; the colours {Names(Color.Names)} (0 to 9); the directions
        {Names(Point.Directions.Select(direction => direction.Name))};
        grids in quotes, a digit a cell, `.` where transparent, rows parted by `/`, as in `"12/3."`.

        ## Types

        `Grid` (a whole grid, part of one, or an object: all are rectangles of cells with a place on the grid they come from), `Int`, `Bool`,
        `Color`, `Point`, `List<T>`, and functions `(A -> B)` as arguments. Types are inferred. Letters in a signature stand for any type.

        - A primitive whose first parameter is no list, given a list of what it takes, is applied to each item: `objects(input) |> recolor(red)`.
        - One value where a list of such is called for is a list of one: `input |> paint(shape)`.

        The *background* of a scene is its most frequent colour unless `backdrop` says otherwise; of a task's inputs it is black if all have black and one
        demonstration has no colour more often; of an object it is what is transparent. *Ink* is every other visible cell. The *frame* of an object is its
        rectangle. Rows and columns count from 0 at the top left.

        ## Limits

        | what | at most |
        |---|---|
        | characters of a source | {Parser.MaxLength:N0} |
        | nesting of brackets | {Parser.MaxBrackets} |
        | nesting of brackets, choices and functions | {Parser.MaxNesting} |
        | nesting of expressions, operators and stages in a row included | {Checker.MaxDepth} |
        | side of a grid | {Grid.MaxSide} |
        | steps of a run (evaluations and cells touched) | {Limits.Default.Steps:N0} |
        | cells and list items made in a run | {Limits.Default.Cells:N0} |

        ## Families


        """;

    private static string Signs =>
        string.Join(' ', PrimitiveTable.All.Where(row => row.Operator is not null).OrderBy(row => row.Operator!.Level).Select(row => row.Operator!.Sign));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
