using ArcMini.Dsl.Grammar;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini grammar</c>.</summary>
internal sealed class GrammarCommand
{
    /// <summary>Prints the reference of the language: every primitive with its types, what it does, and an example.</summary>
    /// <param name="gbnf">Print the grammar that constrains a language model instead, in llama.cpp's GBNF.</param>
    /// <param name="textmate">Print the grammar by which editors colour programs instead, in TextMate's JSON.</param>
    [Command("grammar")]
    public int Grammar(bool gbnf = false, bool textmate = false)
    {
        if (gbnf && textmate)
            throw new UsageException("grammar: choose one of --gbnf and --textmate");
        Console.Write(gbnf ? Gbnf.Write() : textmate ? TextMate.Write() : Reference.Write());
        return ExitCode.Done;
    }
}
