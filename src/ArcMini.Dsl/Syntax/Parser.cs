using System.Globalization;
using System.Runtime.CompilerServices;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Values;
using Sprache;

namespace ArcMini.Dsl.Syntax;

/// <summary>
/// The grammar of the language:
/// <code>
/// program  := binding* expr                          binding := "let" name "=" expr
/// expr     := "if" expr "then" expr "else" expr | pipeline
/// pipeline := chain ("|>" name arguments?)*          chain   := atom (operator atom)*
/// atom     := literal | name arguments? | "[" items "]" | "(" expr ("," expr)? ")"
/// argument := expr | name "=>" expr | "(" name "," name ")" "=>" expr
/// </code>
/// Alternatives differ in their first sign, so parsing takes time linear in the length of the source.
/// </summary>
public static class Parser
{
    /// <summary>The longest source, in characters.</summary>
    public const int MaxLength = 20_000;

    /// <summary>The deepest nesting of brackets.</summary>
    public const int MaxBrackets = 64;

    /// <summary>The deepest nesting of brackets, choices and functions.</summary>
    public const int MaxNesting = 128;

    /// <summary>The deepest nesting of expressions. Operators and pipeline stages in a row nest, too.</summary>
    public const int MaxDepth = 200;

    [ThreadStatic]
    private static int nesting;

    private static readonly Parser<Expr> Expression = Guarded(() => Choice!.XOr(Pipeline!).Named("an expression"));

    private static readonly Parser<Expr> Literal =
        Lexis.Number.Select(NumberOf)
            .XOr(Lexis.Quoted.Select(GridOf))
            .XOr(Lexis.Sign("?").Select(hole => (Expr)new Hole(hole.At)))
            .XOr(Lexis.Keyword("true").Select(truth => (Expr)new BoolLiteral(true, truth.At)))
            .XOr(Lexis.Keyword("false").Select(truth => (Expr)new BoolLiteral(false, truth.At)));

    private static readonly Parser<Expr> Argument =
        from expr in Expression
        from body in Lexis.Sign("=>").Then(_ => Expression).XOptional()
        select body.IsDefined ? LambdaOf(expr, body.Get()) : expr;

    private static readonly Parser<IReadOnlyList<Expr>> Arguments =
        from open in Lexis.OnSameLine(Lexis.Sign("("))
        from items in Argument.Listed()
        from close in Lexis.Sign(")").Named(items.Count > 0 ? "',' or ')'" : "an argument or ')'")
        select items;

    private static readonly Parser<Expr> Named =
        from name in Lexis.Word
        from arguments in Arguments.XOptional()
        select NameOf(name.Text, arguments.IsDefined ? [.. arguments.Get()] : null, name.At);

    private static readonly Parser<Expr> Items =
        from open in Lexis.Sign("[")
        from items in Expression.Listed()
        from close in Lexis.Sign("]").Named(items.Count > 0 ? "',' or ']'" : "an item or ']'")
        select new ListLiteral([.. items], open.At);

    private static readonly Parser<Expr> Group =
        from open in Lexis.Sign("(")
        from first in Expression
        from second in Lexis.Sign(",").Then(_ => Expression).XOptional()
        from close in Lexis.Sign(")")
        select second.IsDefined ? PointOf(first, second.Get(), open.At) : first;

    private static readonly Parser<Expr> Atom = Literal.XOr(Named).XOr(Items).XOr(Group).Named("an expression");

    private static readonly Parser<Expr> Chain =
        from first in Atom
        from rest in (from sign in Lexis.Operator from operand in Atom select (sign.Text, sign.At, operand)).Repeated()
        select Fold(first, rest);

    private static readonly Parser<((string Text, Span At) Name, IReadOnlyList<Expr> Arguments)> Stage =
        from pipe in Lexis.Sign("|>")
        from name in Lexis.Word.Named("the name of a primitive")
        from arguments in Arguments.XOptional()
        select (name, arguments.GetOrElse([]));

    private static readonly Parser<Expr> Pipeline =
        from first in Chain
        from stages in Stage.Repeated()
        select stages.Aggregate(first, (value, stage) => CallOf(stage.Name.Text, [value, .. stage.Arguments], stage.Name.At));

    private static readonly Parser<Expr> Choice =
        from start in Lexis.Keyword("if")
        from condition in Expression
        from _ in Lexis.Keyword("then")
        from then in Expression
        from __ in Lexis.Keyword("else")
        from otherwise in Expression
        select new If(condition, then, otherwise, start.At);

    private static readonly Parser<ArcProgram> Whole =
        from blank in Lexis.Blanks
        from first in Lexis.Comment.Repeated()
        from bindings in (
            from start in Lexis.Keyword("let")
            from name in Lexis.Word
            from sign in Lexis.Sign("=")
            from value in Expression
            from comments in Lexis.Comment.Repeated()
            select (Name: NewName(name.Text, name.At), value, At: name.At, After: comments)).Repeated()
        from result in Expression
        from end in End
        select ProgramOf([.. first], [.. bindings], result);

    private static Parser<int> End => input => input.AtEnd
        ? Result.Success(0, input)
        : Result.Failure<int>(input, Lexis.Describe((Cursor)input), ["'|>', an operator or the end of the program"]);

    /// <summary>Reads a program; null if the source is not a program.</summary>
    public static ArcProgram? TryParse(string source)
    {
        try
        {
            return Parse(source);
        }
        catch (SyntaxException)
        {
            return null;
        }
    }

    /// <summary>Reads a program.</summary>
    /// <exception cref="SyntaxException">The source is not a program, is too long or is nested too deep.</exception>
    public static ArcProgram Parse(string source)
    {
        Measure(source);
        nesting = 0;
        var result = Whole(new Cursor(source));
        if (result.WasSuccessful)
            return Limited(result.Value);
        var at = (Cursor)result.Remainder;
        throw new SyntaxException(
            at.Rest.StartsWith('#') ? "a comment stands on lines of its own before a 'let' or the result"
            : at.Rest.StartsWith("=>") ? "a function can only be an argument of a primitive"
            : $"expected {string.Join(" or ", result.Expectations.Distinct())}, found {Lexis.Describe(at)}",
            at.To(at));
    }

    /// <summary>Whether a text has so few brackets, choices and functions that their nesting cannot be too deep.</summary>
    internal static bool NestsLittle(string source)
    {
        var openings = source.AsSpan().Count('(') + source.AsSpan().Count('[');
        return openings <= MaxBrackets && openings + source.AsSpan().Count("if ") + source.AsSpan().Count("=>") < MaxNesting;
    }

    /// <summary>The program. Fails if operators or pipeline stages in a row nest it too deep.</summary>
    private static ArcProgram Limited(ArcProgram program)
    {
        var roots = program.Bindings.Select(binding => binding.Value).Append(program.Result);
        var open = new Stack<(Expr Expr, int Depth)>(roots.Select(root => (root, 0)));
        while (open.TryPop(out var next))
            foreach (var child in next.Expr.Children)
                open.Push(next.Depth < MaxDepth
                    ? (child, next.Depth + 1)
                    : throw new SyntaxException($"expressions are nested more than {MaxDepth} deep", next.Expr.At));
        return program;
    }

    /// <summary>Checks the length and the brackets before any parser runs.</summary>
    private static void Measure(string source)
    {
        if (source.Length > MaxLength)
            throw new SyntaxException($"a program has at most {MaxLength:N0} characters, found {source.Length:N0}", new Span(0, 1, 1, 1));
        var depth = 0;
        for (var i = 0; i < source.Length; i++)
            if (source[i] is ')' or ']')
                depth--;
            else if (source[i] is '(' or '[' && ++depth > MaxBrackets)
                throw new SyntaxException($"brackets are nested more than {MaxBrackets} deep", At(source, i));
    }

    private static Span At(string source, int position)
    {
        var before = source.AsSpan(0, position);
        return new(position, before.Count('\n') + 1, position - before.LastIndexOf('\n'), 1);
    }

    /// <summary>The only parser through which the others recurse. It counts the nesting and fails before the stack overflows.</summary>
    private static Parser<Expr> Guarded(Func<Parser<Expr>> build)
    {
        Parser<Expr>? built = null;
        return input =>
        {
            if (++nesting > MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
                throw new SyntaxException($"expressions are nested more than {MaxNesting} deep", ((Cursor)input).To((Cursor)input));
            var result = (built ??= build())(input);
            nesting--;
            return result;
        };
    }

    private static Expr NumberOf((string Text, Span At) number) => number.Text.TrimStart('-').Length <= 6
        ? new IntLiteral(int.Parse(number.Text, CultureInfo.InvariantCulture), number.At)
        : throw new SyntaxException("a number has at most six digits", number.At);

    private static GridLiteral GridOf((string Text, Span At) quoted) =>
        quoted.Text.Length > 2 && quoted.Text.EndsWith('"') && GridText.TryRead(quoted.Text[1..^1], out var grid)
        ? new(grid, quoted.At)
        : throw new SyntaxException(
            "a grid is written as rows of 0-9 and '.' of equal length with '/' between them, "
            + $"at most {Grid.MaxTaskSide} x {Grid.MaxTaskSide}, such as \"12/3.\"",
            quoted.At);

    private static Expr NameOf(string name, Expr[]? arguments, Span at)
    {
        if (arguments is not null)
            return CallOf(name, arguments, at);
        if (Color.Find(name) is >= 0 and var color)
            return new ColorLiteral((byte)color, at);
        foreach (var (direction, step) in Point.Directions)
            if (direction == name)
                return new PointLiteral(step, at);
        return new Name(name, at);
    }

    private static Expr CallOf(string name, Expr[] arguments, Span at) =>
        name == "point" && arguments is [var row, var col] ? PointOf(row, col, at) : new Call(name, [.. arguments], at);

    private static Expr PointOf(Expr row, Expr col, Span at) => (row, col) switch
    {
        (IntLiteral r, IntLiteral c) when Point.IsNear(r.Value, c.Value) => new PointLiteral(new(r.Value, c.Value), at),
        (IntLiteral, IntLiteral) => throw new SyntaxException($"a point lies within {Point.Farthest} rows and columns", at),
        _ => new Call("point", [row, col], at),
    };

    private static Lambda LambdaOf(Expr parameters, Expr body) => parameters switch
    {
        Name name => new([NewName(name.Text, name.At)], body, name.At),
        Call { Function: "point", Arguments: [Name one, Name two] } pair =>
            new([NewName(one.Text, one.At), NewName(two.Text, two.At)], body, pair.At),
        _ => throw new SyntaxException("expected one name or (name, name) before '=>'", parameters.At),
    };

    private static string NewName(string name, Span at) =>
        name == "input" || Color.Find(name) >= 0 || Point.Directions.Any(direction => direction.Name == name)
        ? throw new SyntaxException($"'{Quote.Of(name)}' has a meaning of its own; choose another name", at)
        : name;

    /// <param name="first">The comments at the top.</param>
    /// <param name="bindings">The bindings, each with the comments after it. They belong to what follows.</param>
    /// <param name="result">The result.</param>
    private static ArcProgram ProgramOf(
        string[] first, (string Name, Expr Value, Span At, IEnumerable<string> After)[] bindings, Expr result)
    {
        var before = bindings.Select(binding => binding.After.ToArray()).Prepend(first).ToArray();
        var lets = bindings.Select((binding, i) => new Binding(binding.Name, binding.Value, [.. before[i]], binding.At));
        return new([.. lets], result, [.. before[^1]]);
    }

    /// <summary>
    /// Builds the tree of a chain of operands and operators. Higher levels bind tighter; one level groups from the left. Two stacks take
    /// the place of recursion (Dijkstra's shunting-yard algorithm).
    /// </summary>
    private static Expr Fold(Expr first, IEnumerable<(string Sign, Span At, Expr Operand)> rest)
    {
        var operands = new Stack<Expr>([first]);
        var waiting = new Stack<(Primitive Operator, Span At)>();
        foreach (var (sign, at, operand) in rest)
        {
            var primitive = PrimitiveTable.OfSign(sign);
            while (waiting.TryPeek(out var top) && top.Operator.Operator!.Level >= primitive.Operator!.Level)
                Reduce();
            waiting.Push((primitive, at));
            operands.Push(operand);
        }
        while (waiting.Count > 0)
            Reduce();
        return operands.Pop();

        void Reduce()
        {
            var (primitive, at) = waiting.Pop();
            var right = operands.Pop();
            operands.Push(new Call(primitive.Name, [operands.Pop(), right], at));
        }
    }
}
