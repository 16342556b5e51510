using System.Text;
using ArcMini.Commands.Options;
using ArcMini.Dsl.Compilation;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini explain</c>.</summary>
internal sealed class ExplainCommand
{
    /// <summary>Shows a program as a tree with the type of each part.</summary>
    /// <param name="file">A program file (*.arc).</param>
    [Command("explain")]
    public int Explain([Argument] string file)
    {
        var program = ProgramFile.Compile(file);
        var text = new StringBuilder();
        foreach (var binding in program.Bindings)
        {
            text.Append($"let {binding.Name}: {binding.Value.Type}\n");
            Write(text, binding.Value, 1);
        }
        text.Append("result: Grid\n");
        Write(text, program.Result, 1);
        Console.Write(text);
        return ExitCode.Done;
    }

    private static void Write(StringBuilder text, Node node, int depth)
    {
        text.Append(' ', 2 * depth).Append(node.Label).Append(": ").Append(node.Type).Append('\n');
        foreach (var child in node.Children)
            Write(text, child, depth + 1);
    }
}
