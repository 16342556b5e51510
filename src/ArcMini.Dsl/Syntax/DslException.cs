namespace ArcMini.Dsl.Syntax;

/// <summary>A fault of a program: what is wrong, in one sentence, and where.</summary>
public abstract class DslException(string message, Span at) : Exception(message)
{
    /// <summary>Where in the source.</summary>
    public Span At { get; } = at;

    /// <summary>The fault with its file, place, source line and a caret below it.</summary>
    public string Show(string file, string source)
    {
        var line = source.Split('\n').ElementAtOrDefault(At.Line - 1)?.TrimEnd('\r') ?? "";
        var from = Math.Max(0, Math.Min(At.Column - 1, line.Length) - 60);
        var shown = line[from..Math.Min(line.Length, from + 120)];
        var caret = new string(' ', Math.Max(0, At.Column - 1 - from)) + new string('^', Math.Clamp(At.Length, 1, Math.Max(1, shown.Length - (At.Column - 1 - from))));
        return $"{file}:{At}: {Message}\n    {shown}\n    {caret}";
    }
}

/// <summary>The source is not a program.</summary>
public sealed class SyntaxException(string message, Span at) : DslException(message, at);

/// <summary>The program is well formed and makes no sense: an unknown name, a wrong type, a wrong number of arguments.</summary>
public sealed class TypeException(string message, Span at) : DslException(message, at);
