using System.Numerics;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Builds the outputs in layers from the top down. What a layer covers stays, so a layer may be wrong beneath those above it. For each
/// subset of the demonstrations it takes greedily the layer that covers most and puts no wrong cell on an open one. The idea is
/// icecuber's (ARC Kaggle 2020).
/// </summary>
/// <param name="task">The task.</param>
/// <param name="maxBytes">The most memory of the layers in bytes, estimated.</param>
internal sealed class Stacker(LearnerTask task, long maxBytes) : ILearner
{
    private readonly LearnerTask task = task;

    private const int MaxDepth = 10;
    private const int LayerCost = 50;
    private const int MaxStacks = 40;
    private const int MaxWaiting = 20_000;

    /// <summary>The layers are tried in nested sets: the cheapest 1/64, 1/16, 1/4 and all of them.</summary>
    private static readonly int[] LevelShifts = [6, 4, 2, 0];

    /// <summary>Up to so many demonstrations, every subset is tried; of more, all and all but one.</summary>
    private const int MaxSubsetDemonstrations = 5;

    /// <summary>How many words of masks may be compared for each evaluation.</summary>
    private const int WordsPerEvaluation = 300;

    private readonly Dictionary<string, Stack> stacks = [];
    private readonly FrameSides sides = new(task);

    /// <summary>The terms that came before the frame was known.</summary>
    private readonly List<Term> waiting = [];

    private long work;
    private LayerBank? bank = Frame.OfSizes(task.Inputs, task.Outputs) is { } frame
        ? new(task, frame, maxBytes)
        : null;

    /// <summary>The best stacks so far, those that are right on most demonstrations first, then the cheapest.</summary>
    public IEnumerable<Stack> Best =>
        stacks.Values.OrderByDescending(stack => stack.PairsRight).ThenBy(stack => stack.Cost).Take(MaxStacks);

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (bank is null && FrameOf(term) is { } frame)
        {
            bank = new(task, frame, maxBytes);
            waiting.ForEach(bank.Add);
            waiting.Clear();
        }
        if (bank is not null)
            bank.Add(term);
        else if (term.Type is SearchType.Grid or SearchType.Grids && waiting.Count < MaxWaiting)
            waiting.Add(term);
    }

    /// <summary>Whether there is room for more pieces.</summary>
    public bool WantsPieces => bank is { IsFull: false };

    /// <summary>Takes a piece that a learner found as a layer.</summary>
    public void Add(PlacedPiece piece) => bank?.Add(piece);

    /// <summary>Whether the ink of a value, a grid or a list of grids, is right on one demonstration.</summary>
    public bool IsLayer(int pair, SearchType type, Value value)
    {
        if (type == SearchType.Grid)
            return IsRight(task.Outputs[pair], value.Grid);
        foreach (ref readonly var item in value.List.Span)
            if (!IsRight(task.Outputs[pair], item.Grid))
                return false;
        return true;

        static bool IsRight(Grid output, Grid grid)
        {
            for (int r = grid.Row, at = 0; r < grid.Row + grid.Rows; r++)
                for (var c = grid.Col; c < grid.Col + grid.Cols; c++, at++)
                    if (grid.IsInk(grid.Cells[at]) && output.Contains(r, c) && output[r, c] != grid.Cells[at])
                        return false;
            return true;
        }
    }

    /// <summary>Stacks the layers that are there.</summary>
    /// <param name="evaluations">
    /// The evaluations since the last call. They bound the work, so that stacking takes about a fifth of the time of a search.
    /// </param>
    public void Stack(long evaluations)
    {
        if (bank is null)
            return;
        work = evaluations * WordsPerEvaluation;
        var byCost = bank.Layers.OrderBy(layer => layer.Cost).ToArray();
        foreach (var shift in LevelShifts)
        {
            var level = byCost.AsSpan(0, byCost.Length >> shift).ToArray();
            if (level.Length > 0)
                StackLevel(bank, level);
        }
    }

    private Frame? FrameOf(Term term) => term.Type switch
    {
        SearchType.Grid => Frame.OfTerm(term, task.Outputs),
        SearchType.Int => sides.Learn(term),
        _ => null,
    };

    private void StackLevel(LayerBank bank, Layer[] level)
    {
        var largestFirst = Enumerable.Range(0, task.Inputs.Length)
            .Select(input => level.OrderByDescending(layer => layer.Counts[input]).ToArray())
            .ToArray();
        foreach (var subset in Subsets())
            for (var target = 0; target < task.Outputs.Length; target++)
                if ((subset >> target & 1) != 0 && work > 0)
                    new Composition(this, bank, subset).Fill(target, largestFirst);
    }

    private IEnumerable<int> Subsets()
    {
        var count = task.Outputs.Length;
        var all = (1 << count) - 1;
        return count <= MaxSubsetDemonstrations
            ? Enumerable.Range(1, all)
            : Enumerable.Range(0, count).Select(left => all & ~(1 << left)).Prepend(all);
    }

    private void Keep(LayerBank bank, List<Layer> layers, int pairsRight)
    {
        var isBased = layers[^1].IsFull;
        if (!isBased && bank.Frame.Base is null)
            return;
        var below = isBased ? layers.Count - 1 : layers.Count;
        var expr = isBased ? layers[^1].Write() : bank.Frame.Base!.Value.Expression;
        var cost = isBased ? layers[^1].Cost : bank.Frame.Base!.Value.Cost;
        for (var i = below - 1; i >= 0; i--)
        {
            expr = Call.Of("paint", expr, layers[i].Write());
            cost += layers[i].Cost + LayerCost;
        }
        var stack = new Stack(new(expr, cost), pairsRight);
        var text = Printer.Print(expr);
        stacks[text] = stacks.TryGetValue(text, out var known) ? stack.Or(known) : stack;
    }

    /// <summary>One composition: what is covered on each input, and what of that is right.</summary>
    private sealed class Composition(Stacker stacker, LayerBank bank, int subset)
    {
        private readonly List<Layer> layers = [];
        private readonly ulong[] open = [.. bank.Cells.All];
        private readonly ulong[] right = new ulong[bank.Cells.DemonstrationWords];

        /// <summary>Adds the layers that cover most of a demonstration, then of the others, then of the tests.</summary>
        public void Fill(int target, Layer[][] largestFirst)
        {
            var inputs = stacker.task.Inputs.Length;
            for (var depth = 0; depth < MaxDepth; depth++)
            {
                var next = (Layer?)null;
                for (var offset = 0; offset < inputs && next is null; offset++)
                {
                    var input = offset == 0 ? target : offset <= target ? offset - 1 : offset;
                    if (input >= stacker.task.Outputs.Length || (subset >> input & 1) != 0)
                        next = Largest(input, largestFirst[input]);
                }
                if (next is null)
                    return;
                Add(next);
                if (PairsRight() > 0 && AreTestsCovered() && Needed() is var needed)
                    stacker.Keep(bank, needed.layers, needed.PairsRight());
            }
        }

        /// <summary>
        /// This without the layers, the dearest first, that can go: as many demonstrations stay right, and the tests covered. More may be
        /// right without a layer, since a layer is fitted to the subset only.
        /// </summary>
        private Composition Needed()
        {
            var needed = this;
            foreach (var layer in layers.OrderByDescending(layer => layer.Cost))
            {
                var rest = new Composition(stacker, bank, subset);
                foreach (var other in needed.layers.Where(other => other != layer))
                    rest.Add(other);
                if (rest.layers.Count > 0 && rest.PairsRight() >= needed.PairsRight() && rest.AreTestsCovered())
                    needed = rest;
            }
            return needed;
        }

        /// <summary>The layer that covers most open cells of an input and puts no wrong cell on an open one of the subset.</summary>
        private Layer? Largest(int input, Layer[] largestFirst)
        {
            var (best, most) = ((Layer?)null, 0);
            var openHere = bank.Cells.Of(open, input);
            foreach (var layer in largestFirst)
            {
                if (layer.Counts[input] < Math.Max(most, 1))
                    break;
                var gain = 0;
                var shown = bank.Cells.Of(layer.Visible, input);
                stacker.work -= shown.Length;
                for (var word = 0; word < shown.Length; word++)
                    gain += BitOperations.PopCount(shown[word] & openHere[word]);
                if (gain > 0 && (gain > most || (gain == most && layer.Cost < best!.Cost)) && IsRight(layer))
                    (best, most) = (layer, gain);
            }
            return best;
        }

        private bool IsRight(Layer layer)
        {
            stacker.work -= right.Length;
            for (var pair = 0; pair < stacker.task.Outputs.Length; pair++)
            {
                if ((subset >> pair & 1) == 0)
                    continue;
                var shown = bank.Cells.Of(layer.Visible, pair);
                var correct = bank.Cells.Of(layer.Right, pair);
                var free = bank.Cells.Of(open, pair);
                for (var word = 0; word < shown.Length; word++)
                    if ((shown[word] & ~correct[word] & free[word]) != 0)
                        return false;
            }
            return true;
        }

        private void Add(Layer layer)
        {
            layers.Add(layer);
            for (var word = 0; word < right.Length; word++)
                right[word] |= layer.Right[word] & open[word];
            for (var word = 0; word < open.Length; word++)
                open[word] &= ~layer.Visible[word];
        }

        private int PairsRight()
        {
            var count = 0;
            for (var pair = 0; pair < stacker.task.Outputs.Length; pair++)
                count += bank.Cells.Of(right, pair).SequenceEqual(bank.Cells.Of(bank.Cells.All, pair)) ? 1 : 0;
            return count;
        }

        private bool AreTestsCovered()
        {
            for (var word = right.Length; word < open.Length; word++)
                if (open[word] != 0)
                    return false;
            return true;
        }
    }
}

/// <summary>A stack as an expression, with the number of demonstrations on which it is right.</summary>
internal sealed record Stack(FoundExpression Found, int PairsRight)
{
    /// <summary>The cost of the expression.</summary>
    public int Cost => Found.Cost;

    /// <summary>
    /// The same expression found in two ways. One of them may tell less: what the frame's own base shows below the layers does not count.
    /// </summary>
    public Stack Or(Stack other) => new(Cost <= other.Cost ? Found : other.Found, Math.Max(PairsRight, other.PairsRight));
}
