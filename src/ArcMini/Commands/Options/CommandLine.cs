namespace ArcMini.Commands.Options;

/// <summary>
/// Puts a command line into the order that the framework reads: the command, then the options, then the files. So options may stand
/// anywhere, <c>--option=value</c> is an option and its value, and everything after <c>--</c> is a file.
/// </summary>
internal static class CommandLine
{
    /// <summary>The options of all commands that take no value.</summary>
    public static IReadOnlySet<string> Switches { get; } = new HashSet<string>
    {
        "--json", "--no-color", "-q", "--quiet", "-h", "--help", "--version",
        "--check", "--lets", "--recursive", "--text", "--stats", "--gbnf", "--textmate",
    };

    /// <summary>Words that form a command only together with the next word.</summary>
    private static readonly string[] Groups = ["corpus"];

    /// <summary>The number of words of the command at the start of a line.</summary>
    public static int CommandLength(IReadOnlyList<string> line) => line is [var first, not ['-', ..], ..] && Groups.Contains(first) ? 2 : 1;

    /// <summary>The arguments in the framework's order.</summary>
    public static string[] Arrange(IReadOnlyList<string> args)
    {
        var options = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var arg = args[i];
            if (arg == "--")
            {
                words.AddRange(args.Skip(i + 1).Select(file => file.StartsWith('-') ? $"./{file}" : file));
                break;
            }
            if (arg is not ['-', not (>= '0' and <= '9'), ..])
                words.Add(arg);
            else if (arg.StartsWith("--", StringComparison.Ordinal) && arg.IndexOf('=') is > 0 and var sign)
                options.AddRange([arg[..sign], arg[(sign + 1)..]]);
            else if (Switches.Contains(arg) || i + 1 == args.Count)
                options.Add(arg);
            else
                options.AddRange([arg, args[++i]]);
        }
        var command = CommandLength(words);
        return [.. words.Take(command), .. options, .. words.Skip(command)];
    }
}
