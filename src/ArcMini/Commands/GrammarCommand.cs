using ArcMini.Commands.Options;
using ArcMini.Dsl.Grammar;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini grammar</c>.</summary>
internal sealed class GrammarCommand
{
    /// <summary>Prints the language reference: each primitive with its types, a description and an example.</summary>
    /// <param name="gbnf">Print instead the grammar that constrains the model's output, in llama.cpp's GBNF.</param>
    /// <param name="textmate">Print instead the TextMate grammar, by which editors colour programs.</param>
    [Command("grammar")]
    public int Grammar(bool gbnf = false, bool textmate = false)
    {
        if (gbnf && textmate)
            throw new UsageException("grammar: --gbnf and --textmate exclude each other");
        Console.Write(gbnf ? Gbnf.Write() : textmate ? TextMate.Write() : Reference.Write());
        return ExitCode.Done;
    }
}
