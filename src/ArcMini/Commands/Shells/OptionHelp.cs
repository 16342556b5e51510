using System.Text.RegularExpressions;

namespace ArcMini.Commands.Shells;

/// <summary>What the help says about an option or an argument of a command.</summary>
/// <param name="Names">The names of an option, such as <c>-m</c> and <c>--model</c>. An argument has none.</param>
/// <param name="Type">The type of the value; null where there is no value.</param>
/// <param name="Text">What it means. A list "Values: a, b." in it names all values.</param>
/// <param name="Default">The default value; empty where there is none.</param>
internal sealed partial record OptionHelp(string[] Names, string? Type, string Text, string Default)
{
    /// <summary>The values, if they are listed.</summary>
    public string[] Values { get; } = ValueList().Match(Text).Groups["values"].Value
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the value is a text of any kind: the name of a file in most cases.</summary>
    public bool TakesFile => Type?.StartsWith("string", StringComparison.Ordinal) == true && Values.Length == 0;

    /// <summary>Whether another option has the same name.</summary>
    public bool Is(OptionHelp other) => Names[^1] == other.Names[^1];

    /// <summary>The first sentence of the text, without the full stop.</summary>
    public string FirstSentence => Sentence.First(Text);

    [GeneratedRegex(@"\bValues: (?<values>[\w-]+(, ?[\w-]+)*)\.")]
    private static partial Regex ValueList();
}
