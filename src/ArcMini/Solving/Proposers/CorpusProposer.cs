using System.Diagnostics;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Knowledge;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposers;

/// <summary>
/// Proposes every program of the corpus. If none is trusted, it takes the programs that name one or two colours, and proposes each with
/// every choice of the task's colours in their place.
/// </summary>
internal sealed class CorpusProposer : IProposer
{
    private const int MaxNamedColors = 2;

    /// <summary>How much less likely a program with other colours is than the program as it was written, as a logarithm.</summary>
    private static readonly double RecoloringCost = Math.Log(Color.Count);

    /// <summary>The logarithm of the probability of each program.</summary>
    private static double LogProbability => -Math.Log(Corpus.Programs.Count);

    /// <inheritdoc/>
    public string Name => ProposerName.Corpus;

    /// <inheritdoc/>
    public ProposerDetails Propose(ArcTask task, Offers offers, SolveBudget budget, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var trusted = false;
        foreach (var program in Corpus.Programs.Values)
        {
            if (IsOver())
                return default;
            trusted |= offers.Offer(new(program, Name, LogProbability)).IsTrusted;
        }
        if (trusted)
            return default;
        byte[] colors = [.. Enumerable.Range(0, Color.Count).Select(color => (byte)color).Where(color => IsUsed(color, task))];
        foreach (var program in Corpus.Programs.Values)
            foreach (var recolored in Recolored(program.Source, colors))
            {
                if (IsOver())
                    return default;
                offers.Offer(new(Checker.Check(recolored), Name, LogProbability - RecoloringCost));
            }
        return default;

        bool IsOver() => cancel.IsCancellationRequested || clock.Elapsed > budget.Time;
    }

    private static bool IsUsed(byte color, ArcTask task) =>
        task.Pairs.Any(pair => pair.Input.Cells.Contains(color) || pair.Output.Cells.Contains(color));

    /// <summary>
    /// The program with each choice of different colours for those that it names; nothing if it names none or more than
    /// <see cref="MaxNamedColors"/>.
    /// </summary>
    private static IEnumerable<ArcProgram> Recolored(ArcProgram program, byte[] colors)
    {
        byte[] named = [.. program.All().OfType<ColorLiteral>().Select(literal => literal.Value).Distinct()];
        return named.Length is 0 or > MaxNamedColors ? [] : Choices(named.Length).Select(choice => program.Rewrite(expr =>
            expr is ColorLiteral literal ? literal with { Value = choice[Array.IndexOf(named, literal.Value)] } : expr));

        IEnumerable<byte[]> Choices(int count) => count == 0 ? [[]]
            : Choices(count - 1).SelectMany(choice =>
                colors.Where(color => !choice.Contains(color)).Select(color => (byte[])[.. choice, color]));
    }
}
