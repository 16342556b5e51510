using System.Text;
using ArcMini.Commands.Options;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Rendering;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini explain</c>.</summary>
internal sealed class ExplainCommand
{
    /// <summary>The longest title of a drawing, in characters.</summary>
    private const int MaxTitle = 36;

    /// <summary>Shows a program as a tree with the type of each part; or, with a task, the value of each step on each pair.</summary>
    /// <param name="file">A program file (*.arc).</param>
    /// <param name="task">A task file; or a folder or bundle that has a task with the program's name.</param>
    [Command("explain")]
    public int Explain(ConsoleAppContext context, CancellationToken cancel, [Argument] string file, string? task = null)
    {
        var program = ProgramFile.Compile(file);
        if (task is null)
        {
            Console.Write(Tree(program));
            return ExitCode.Done;
        }
        var chosen = TaskChoice.ForProgram(file, task, null);
        var staged = new StagedProgram(program);
        var terminal = CommonOptions.Of(context).Terminal;
        for (var i = 0; i < chosen.Pairs.Count; i++)
            Console.Write(Strip(staged, $"pair {i + 1}", chosen.Pairs[i].Input, chosen.Pairs[i].Output, terminal, cancel));
        for (var i = 0; i < chosen.Tests.Count; i++)
            Console.Write(Strip(staged, $"test {i + 1}", chosen.Tests[i].Input, chosen.Tests[i].Output, terminal, cancel));
        return ExitCode.Done;
    }

    private static StringBuilder Tree(CheckedProgram program)
    {
        var text = new StringBuilder();
        foreach (var binding in program.Bindings)
        {
            text.Append($"let {binding.Name}: {binding.Value.Type}\n");
            Write(text, binding.Value, 1);
        }
        text.Append("result: Grid\n");
        Write(text, program.Result, 1);
        return text;
    }

    private static void Write(StringBuilder text, Node node, int depth)
    {
        text.Append(' ', 2 * depth).Append(node.Label).Append(": ").Append(node.Type).Append('\n');
        foreach (var child in node.Children)
            Write(text, child, depth + 1);
    }

    /// <summary>The steps of a program on one input, up to the result beside what is expected.</summary>
    private static string Strip(
        StagedProgram program, string title, Grid input, Grid? expected, Terminal terminal, CancellationToken cancel)
    {
        var (values, outcome) = program.Execute(input, Limits.Default, cancel);
        var panels = new List<Panel> { terminal.Draw(input).Titled("input") };
        panels.AddRange(values.Select(value => ValuePanel.Of(terminal, value.Value, value.Type).Titled(Title(value.Stage))));
        if (outcome.Output is null)
            panels.Add(Panel.Text($"failed: {outcome.Fault}").Titled(Title(program.Stages[values.Count])));
        if (expected is not null)
            panels.Add(terminal.Draw(expected).Titled("expected"));
        var isRight = expected?.Equals(outcome.Output);
        if (isRight == false && expected!.IsSizeOf(outcome.Output ?? input) && outcome.Output is { } output)
            panels.Add(terminal.Draw(output, (row, col) => expected[row, col] != output[row, col]).Titled("wrong cells"));
        return $"{title}{(isRight is null ? "" : isRight.Value ? ": right" : ": wrong")}\n{terminal.Flow(panels)}\n";
    }

    private static string Title(Stage stage)
    {
        var title = stage.Let is null ? stage.Text : $"let {stage.Let} = {stage.Text}";
        return title.Length <= MaxTitle ? title : title[..(MaxTitle - 3)] + "...";
    }
}
