using ArcMini.Dsl.Syntax;

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
        "--json", "--no-color", "-q", "--quiet", "-h", "--help", "--version", "--digits",
        "--check", "--lets", "--recursive", "--text", "--stats", "--gbnf", "--textmate",
    };

    /// <summary>The options of all commands that take a value.</summary>
    public static IReadOnlySet<string> Valued { get; } = new HashSet<string>
    {
        "-m", "--model", "-ngl", "--gpu-layers", "-t", "--threads", "-n", "--predictions", "--temp", "--seed", "--time-limit",
        "--max-candidates", "--memory", "--proposers", "--without", "--palette",
        "--trace", "--task", "--solutions", "--output", "--run-dir", "--shard", "--svg", "--png", "--data", "--count", "--shards",
        "--inputs", "--leave-out", "--report", "--max-side", "--max-tokens", "--max-nodes",
    };

    /// <summary>The options that may be given several times. Their values are joined by commas.</summary>
    private static readonly string[] repeatable = ["--without"];

    /// <summary>The commands that take options only.</summary>
    public static IReadOnlySet<string> WithoutFiles { get; } = new HashSet<string> { "grammar", "bench", "doctor", "synth", "man" };

    /// <summary>The short names of options, and the names that they stand for.</summary>
    private static readonly Dictionary<string, string> longNames = new()
    {
        ["-m"] = "--model",
        ["-ngl"] = "--gpu-layers",
        ["-t"] = "--threads",
        ["-n"] = "--predictions",
        ["-q"] = "--quiet",
        ["-h"] = "--help",
    };

    /// <summary>The options whose value is a number with a decimal point.</summary>
    private static readonly string[] decimals = ["--temp", "--time-limit"];

    /// <summary>Words that form a command only together with the next word.</summary>
    private static readonly string[] Groups = ["corpus"];

    /// <summary>The number of words of the command at the start of a line.</summary>
    public static int CommandLength(IReadOnlyList<string> line) => line is [var first, not ['-', ..], ..] && Groups.Contains(first) ? 2 : 1;

    /// <summary>The arguments in the framework's order.</summary>
    /// <exception cref="UsageException">
    /// An option is unknown or given twice, a value is missing, empty or not wanted, or a command that takes no files has some.
    /// </exception>
    public static string[] Arrange(IReadOnlyList<string> args)
    {
        var options = new List<string>();
        var words = new List<string>();
        var values = new Dictionary<string, int>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                words.AddRange(args.Skip(i + 1).Select(file => file.StartsWith('-') ? $"./{file}" : file));
                break;
            }
            if (!IsOption(args[i]))
            {
                words.Add(args[i]);
                continue;
            }
            var (name, value) = Split(args[i]);
            if (Valued.Contains(name))
                value = Checked(name, value ?? (i + 1 < args.Count && !IsOption(args[i + 1]) ? args[++i] : null));
            else
                UsageException.ThrowUnless(value is null, name, $"no value, found '{Quote.Of(value)}'");
            if (values.TryAdd(longNames.GetValueOrDefault(name, name), options.Count + 1))
                options.AddRange(value is null ? [name] : [name, value]);
            else if (repeatable.Contains(name))
                options[values[name]] += $",{value}";
            else
                throw new UsageException($"{name}: the option is given twice");
        }
        var command = CommandLength(words);
        if (words.Count > command && WithoutFiles.Contains(words[0]))
            throw new UsageException($"{words[0]}: expected options only, found '{Quote.Of(words[command])}'");
        return [.. words.Take(command), .. options, .. words.Skip(command)];
    }

    /// <summary>Whether an argument is an option, and not a word, a negative number or a lone sign.</summary>
    private static bool IsOption(string arg) => arg is ['-', not (>= '0' and <= '9'), ..];

    /// <summary>The name of an option, and the value behind its sign =, if there is one.</summary>
    private static (string Name, string? Value) Split(string arg)
    {
        var sign = arg.StartsWith("--", StringComparison.Ordinal) ? arg.IndexOf('=') : -1;
        var (name, value) = sign < 0 ? (arg, null) : (arg[..sign], arg[(sign + 1)..]);
        if (Switches.Contains(name) || Valued.Contains(name))
            return (name, value);
        var meant = Switches.Concat(Valued).FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        var advice = meant is null ? "arcmini COMMAND --help lists the options" : $"did you mean {meant}?";
        throw new UsageException($"unknown option '{Quote.Of(name)}'; {advice}");
    }

    private static string Checked(string name, string? value)
    {
        if (value is null)
            throw new UsageException($"{name}: the value is missing; write {name}=VALUE if it begins with '-'");
        if (value.Length == 0)
            throw new UsageException($"{name}: the value is empty");
        if (value.Contains(',') && decimals.Contains(name))
            throw new UsageException($"{name}: expected a number with a decimal point, found '{Quote.Of(value)}'");
        return value;
    }
}
