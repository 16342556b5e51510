using System.Reflection;
using System.Text.Json;
using ArcMini.Commands;
using ArcMini.Commands.Shells;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>The completion scripts in the shells themselves, and the table that they are made from.</summary>
[Collection(Cli.Alone)]
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_table_has_every_command_with_its_options()
    {
        var table = CommandTable.Read(App.Help);
        var methods = typeof(App).Assembly.GetTypes().Where(type => type.Namespace == typeof(App).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, Name: NameOf(method))).Where(command => command.Name is not null).ToList();
        Assert.Equal(methods.Select(command => command.Name).Order(), table.Commands.Select(command => command.Name).Order());
        foreach (var (method, name) in methods)
        {
            var command = table.Commands.Single(command => command.Name == name);
            var parameters = method.GetParameters().Where(parameter => parameter.ParameterType.Namespace == "System"
                || parameter.ParameterType.IsArray).ToLookup(IsArgument);
            Assert.Equal(parameters[true].Count(), command.Arguments.Count);
            Assert.Equal(
                parameters[false].Select(parameter => "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(parameter.Name!)).Order(),
                table.OwnOptions(command).Select(option => option.Names[^1]).Order());
            Assert.All(command.Arguments.Concat(command.Options), option => Assert.NotEmpty(option.Text));
        }
        Assert.Equal(["-m", "--model"], table.CommonOptions[0].Names);
        Assert.Equal(("double", "0.8"), Common("--temp"));
        Assert.Equal((null, ""), Common("--json"));

        (string?, string) Common(string name)
        {
            var option = table.CommonOptions.Single(option => option.Names.Contains(name));
            return (option.Type, option.Default);
        }
    }

    [SkippableTheory]
    [InlineData("ev", "evaluate")]
    [InlineData("corpus ", "check")]
    [InlineData("evaluate --ru", "--run-dir")]
    [InlineData("evaluate --max-c", "--max-candidates")]
    [InlineData("solve --proposers ", "corpus model search")]
    [InlineData("completion ", "bash fish zsh")]
    [InlineData("solve task", "task.json")]
    [InlineData("solve --trace task", "task.json")]
    [InlineData("solve --threads task", "")]
    public void Every_shell_completes(string typed, string expected)
    {
        folder.File("task.json", "");
        Assert.Equal(expected, Bash(typed));
        Assert.Equal(expected, Fish(typed));
    }

    [SkippableFact]
    public void Zsh_completes()
    {
        Assert.Equal("evaluate", Zsh("ev"));
        Assert.Equal("check", Zsh("corpus "));
        Assert.Equal("--run-dir", Zsh("evaluate --ru"));
        Assert.Equal("model", Zsh("solve --proposers m"));
        Assert.Equal("fish", Zsh("completion f"));
        folder.File("task.json", "");
        Assert.Equal("task.json", Zsh("solve --trace ta"));
    }

    [SkippableFact]
    public void The_manual_page_is_good_troff_and_has_the_exit_codes()
    {
        var page = Cli.Run("man");
        Assert.Equal((0, ""), (page.Code, page.Error));
        var text = Child.Tool("bash", "-c", $"MANWIDTH=100 man --warnings -l {folder.File("arcmini.1", page.Out)} 2>&1 | col -bx");
        Assert.DoesNotContain("warning", text);
        Assert.Matches(@"--max-candidates\n +Most +values +that +the +search +tries", text);
        Assert.Matches(@"EXIT STATUS\n +0 +done", text);
        Assert.Contains("ARCMINI_MODEL", text);
    }

    [Fact]
    public void An_unknown_shell_is_refused() => Assert.Equal(
        new(2, "", "completion: 'tcsh' is unknown; expected bash, zsh or fish\n"), Cli.Run("completion", "tcsh"));

    private string Script(string shell) => folder.File($"_arcmini.{shell}", Cli.Run("completion", shell).Out);

    private string Bash(string typed) => Sorted(Child.Tool("bash", "-c", $$"""
        cd {{folder[""]}}; source {{Script("bash")}}
        line='arcmini {{typed}}'; read -ra COMP_WORDS <<<"$line"
        [[ $line == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); word=${COMP_WORDS[COMP_CWORD]}
        fallback=1; compopt() { fallback=; }
        _arcmini arcmini "$word" "${COMP_WORDS[COMP_CWORD-1]}"
        ((${#COMPREPLY[@]})) || [[ -z $fallback ]] || COMPREPLY=($(compgen -f -- "$word"))
        printf '%s\n' "${COMPREPLY[@]}"
        """));

    private string Fish(string typed) => Sorted(Child.Tool(
        "fish", "--no-config", "-c", $"cd {folder[""]}; source {Script("fish")}; complete -C 'arcmini {typed}' | cut -f 1"));

    /// <summary>What zsh makes of the typed text when the tabulator is pressed, in a terminal of its own.</summary>
    private string Zsh(string typed) => Child.Tool("zsh", "-f", "-c", $$"""
        zmodload zsh/zpty
        zpty z "cd {{folder[""]}}; TERM=dumb zsh -f -i"
        zpty -w z "PS1=; autoload -U compinit; compinit -u -D; source {{Script("zsh")}}"
        zpty -w z 'done_() { print -r -- "[[$BUFFER]]"; BUFFER=; exit }; zle -N done_; bindkey "^X" done_; print re''ady'
        zpty -r -m z line '*ready*'
        zpty -w -n z $'arcmini {{typed}}\t\x18'
        zpty -r -m z line '*\]\]*'
        print -r -- ${${line##*\[\[arcmini }%%\]\]*}
        """).Trim().Split(' ')[^1];

    private static string Sorted(string lines) =>
        string.Join(' ', lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private static string? NameOf(MethodInfo method) => method.GetCustomAttributesData()
        .FirstOrDefault(attribute => attribute.AttributeType.Name == "CommandAttribute")?.ConstructorArguments[0].Value as string;

    private static bool IsArgument(ParameterInfo parameter) =>
        parameter.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "ArgumentAttribute");
}
