using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Types;

/// <summary>The name and the type of a parameter.</summary>
public sealed record Parameter(string Name, DslType Type);

/// <summary>The types of a primitive, as written in the primitive table: <c>g: Grid, f: (A -> Int) -> Grid</c>.</summary>
public sealed record Signature(EquatableList<Parameter> Parameters, DslType Result)
{
    /// <summary>Reads a signature of the primitive table.</summary>
    /// <exception cref="FormatException">The text is not a signature: the primitive table has a fault.</exception>
    public static Signature Parse(string text) => new Reader(text).Signature();

    /// <summary>This signature, with every type variable in it replaced by the result of <paramref name="replace"/>.</summary>
    public Signature Substitute(Func<TypeVariable, DslType> replace) =>
        new(Parameters.Map(parameter => parameter with { Type = parameter.Type.Substitute(replace) }), Result.Substitute(replace));

    /// <inheritdoc/>
    public override string ToString() =>
        $"({string.Join(", ", Parameters.Select(parameter => $"{parameter.Name}: {parameter.Type}"))}) -> {Result}";

    private sealed class Reader(string text)
    {
        private int at;

        public Signature Signature()
        {
            var parameters = new List<Parameter>();
            while (!Take("->"))
            {
                if (parameters.Count > 0)
                    Expect(",");
                var name = Word();
                Expect(":");
                parameters.Add(new(name, Type()));
            }
            return new([.. parameters], Type());
        }

        private DslType Type()
        {
            if (Take("("))
                return Function();
            var word = Word();
            if (word == "List")
            {
                Expect("<");
                var item = Type();
                Expect(">");
                return new ListOf(item);
            }
            return word.Length == 1 ? new TypeVariable(word) : DslType.Grounds.First(type => type.ToString() == word);
        }

        private DslType Function()
        {
            var parameters = new List<DslType>();
            var pair = Take("(");
            do
                parameters.Add(Type());
            while (Take(","));
            if (pair)
                Expect(")");
            Expect("->");
            var result = Type();
            Expect(")");
            return new FunctionOf([.. parameters], result);
        }

        private string Word()
        {
            Blanks();
            var from = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
                at++;
            return at > from ? text[from..at] : throw new FormatException($"a word was expected at {at} of the signature '{text}'");
        }

        private bool Take(string sign)
        {
            Blanks();
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0)
                return false;
            at += sign.Length;
            return true;
        }

        private void Expect(string sign)
        {
            if (!Take(sign))
                throw new FormatException($"'{sign}' was expected at {at} of the signature '{text}'");
        }

        private void Blanks()
        {
            while (at < text.Length && text[at] == ' ')
                at++;
        }
    }
}
