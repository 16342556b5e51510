using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Randomness;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>What is wanted of synthetic tasks.</summary>
/// <param name="MaxSide">The longest side of an input grid, in cells.</param>
/// <param name="MaxTokens">The longest example, in tokens of ArcMini's own vocabulary.</param>
/// <param name="MaxNodes">The largest program, in nodes.</param>
/// <param name="Inputs">Real grids for half of the tasks, null for none.</param>
/// <param name="LeftOut">Ids of training tasks whose programs are not used; none by default.</param>
internal sealed record SynthOptions(int MaxSide = 12, int MaxTokens = 600, int MaxNodes = 16, RealInputs? Inputs = null, IReadOnlySet<string>? LeftOut = null);

/// <summary>
/// Makes tasks: draws the inputs of one, runs many programs on them, and keeps a few whose outputs are worth learning, each
/// with the shortest program that was seen to give them. For one thread; the same seed gives the same tasks.
/// </summary>
internal sealed class TaskMaker(SeededRandom dice, SynthOptions options, SeedPrograms seeds)
{
    private const int DrawnPerScene = 100;
    private const int BankPerScene = 160;
    private const int TasksPerScene = 20;
    private const int BankTasksPerScene = 40;
    private const int SmallestSide = 6;
    private const double RealShare = 0.5;
    private const double BankShare = 0.06;
    private const double MutationShare = 0.55;
    private const double PlainShare = 0.3;
    private const double OwnShare = 0.3;
    private static readonly Limits Limits = new(60_000, 60_000);
    private static readonly CheckedProgram[] Trivial =
    [
        .. PrimitiveTable.All
            .Where(row => row.Signature is { Parameters: [{ Type: GroundType { Name: "Grid" } }], Result: GroundType { Name: "Grid" } })
            .Select(row => $"input |> {row.Name}").Prepend("input").Select(CheckedProgram.Compile),
    ];

    private readonly Run run = new(new Budget(Limits), 64);
    private readonly Dictionary<string, int> kept = [];

    private sealed record Inputs(string Scene, IReadOnlySet<string> Suits, Grid[] Grids, byte[] Colors, ArcProgram? Own);

    private sealed record DrawnProgram(ArcProgram Program, ProgramSource Source, Grid[] Outputs);

    /// <summary>What became of the programs drawn so far.</summary>
    public Tally Tally { get; } = new();

    /// <summary>The tasks of one set of inputs, none if no program did anything worth keeping with them.</summary>
    public IEnumerable<SyntheticTask> Next()
    {
        var drawn = DrawInputs();
        var inputs = drawn with { Grids = Background.Share(drawn.Grids, drawn.Grids.Length - 1) };
        if (inputs.Grids.Distinct().Count() < inputs.Grids.Length || inputs.Grids.Any(input => input.Rows > options.MaxSide || input.Cols > options.MaxSide || HeldOut.Contains(input)))
            return [];
        var found = new Dictionary<ulong, DrawnProgram>();
        foreach (var program in Trivial)
            Note(program, ProgramSource.Grammar, inputs.Grids, found);
        var fromBank = dice.Chance(BankShare);
        foreach (var (program, source) in fromBank ? FromBank(inputs) : Drawn(inputs))
            if (program is null || program.Nodes > options.MaxNodes * 2)
                Tally.Add(DrawOutcome.Unfinished);
            else if (Checker.TryCheck(program) is { } compiled)
                Note(compiled, source, inputs.Grids, found);
            else
                Tally.Add(DrawOutcome.IllTyped);
        return Choose(found, inputs, fromBank ? BankTasksPerScene : TasksPerScene);
    }

    private Inputs DrawInputs()
    {
        var count = 1 + dice.Pick([3, 3, 3, 3, 3, 3, 3, 2, 2, 4, 4, 5]);
        if (options.Inputs is { } inputs && dice.Chance(RealShare))
        {
            var real = inputs.Draw(dice, count, options.MaxTokens / 2);
            return new("real", new HashSet<string>(), real.Grids, [.. real.Grids.SelectMany(grid => grid.Cells.ToArray().Distinct())], seeds.For(real.Task) is { } own ? real.Seen(own) : null);
        }
        var stage = new SceneStyle(dice, dice.Between(Math.Min(SmallestSide, options.MaxSide), options.MaxSide));
        var scene = dice.Pick(Scenes.All);
        return new(scene.Name, scene.Suits, [.. Enumerable.Range(0, count).Select(_ => scene.Draw(stage).ToGrid())], [stage.Background, .. stage.Inks, .. stage.Inks], null);
    }

    private IEnumerable<(ArcProgram?, ProgramSource)> FromBank(Inputs inputs) =>
        BankPrograms.Draw(dice, inputs.Grids, seeds.Corpus).Take(BankPerScene).Select(program => ((ArcProgram?)Normaliser.Normalise(program), ProgramSource.Bank));

    private IEnumerable<(ArcProgram?, ProgramSource)> Drawn(Inputs inputs)
    {
        if (inputs.Own is not null)
            yield return (Normaliser.Normalise(inputs.Own), ProgramSource.Corpus);
        var weights = PrimitiveTable.All.ToDictionary<Primitive, Primitive, double>(row => row, row => Weight(row, inputs.Suits), ReferenceEqualityComparer.Instance);
        var maker = new ProgramMaker(dice, weights.GetValueOrDefault, inputs.Colors);
        for (var i = 0; i < DrawnPerScene; i++)
            yield return !dice.Chance(MutationShare) ? (maker.Draw(), ProgramSource.Grammar)
                : (maker.Mutate(inputs.Own is not null && dice.Chance(OwnShare) ? inputs.Own : dice.Pick(seeds.All), dice.Pick(seeds.All)), ProgramSource.Mutation);
    }

    private List<SyntheticTask> Choose(Dictionary<ulong, DrawnProgram> found, Inputs inputs, int most)
    {
        var tasks = new List<SyntheticTask>();
        var candidates = found.Values.Where(candidate => IsWorthwhile(inputs.Grids, candidate.Outputs)).OrderByDescending(Priority).ToList();
        Tally.Add(DrawOutcome.Dull, found.Count - candidates.Count);
        foreach (var candidate in candidates)
        {
            if (tasks.Count == most)
            {
                Tally.Add(DrawOutcome.Spare);
                continue;
            }
            var program = Reducer.Reduce(candidate.Program, variant => Checker.TryCheck(variant) is { } compiled && Gives(compiled, inputs.Grids, candidate.Outputs));
            if (program.Nodes > options.MaxNodes || program.Nodes == 2 && dice.Chance(0.6) || LooksAtNothing(program))
            {
                Tally.Add(DrawOutcome.Reduced);
                continue;
            }
            var task = new SyntheticTask(program, program.ToString(), [.. inputs.Grids.Select((input, i) => new Pair(input, candidate.Outputs[i]))], inputs.Scene, candidate.Source);
            if (task.Example.Count > options.MaxTokens)
            {
                Tally.Add(DrawOutcome.TooLong);
                continue;
            }
            Tally.Add(DrawOutcome.Kept);
            tasks.Add(task);
            foreach (var name in task.Program.Primitives.Distinct())
                kept[name] = kept.GetValueOrDefault(name) + 1;
        }
        return tasks;
    }

    private static bool LooksAtNothing(ArcProgram program) => program.Bindings.Count == 0 && Normaliser.Uses(program.Result, "input") == 0;

    private double Weight(Primitive row, IReadOnlySet<string> suits) =>
        (suits.Contains(row.Name) ? 5 : 1) * PrimitiveWeights.Of(row.Name) / Math.Sqrt(1 + kept.GetValueOrDefault(row.Name));

    /// <summary>Which candidates are taken first: the corpus's own, then by chance, those with a rare primitive more likely.</summary>
    private double Priority(DrawnProgram candidate) =>
        (candidate.Source == ProgramSource.Corpus ? 1000 : candidate.Program.Nodes == 2 ? 0.5 : 1) * (0.3 + dice.Real())
        * candidate.Program.Primitives.DefaultIfEmpty("").Max(name => PrimitiveWeights.Of(name) / Math.Sqrt(1.0 + kept.GetValueOrDefault(name)));

    private void Note(CheckedProgram program, ProgramSource source, Grid[] inputs, Dictionary<ulong, DrawnProgram> found)
    {
        var outputs = new Grid[inputs.Length];
        var behaviour = 0UL;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (Output(program, inputs[i]) is not { } output)
            {
                Tally.Add(DrawOutcome.Failed);
                return;
            }
            outputs[i] = output;
            behaviour = behaviour * 0x9E3779B97F4A7C15 + output.Hash;
        }
        if (found.TryGetValue(behaviour, out var known))
            Tally.Add(DrawOutcome.Known);
        if (known is null || known.Program.Nodes > program.Source.Nodes)
            found[behaviour] = new(program.Source, source, outputs);
    }

    private Grid? Output(CheckedProgram program, Grid input)
    {
        run.Budget.Reset(Limits);
        return program.Execute(input, run).Output is { Rows: <= 30, Cols: <= 30 } output && !output.Cells.Contains(Grid.Transparent) ? output : null;
    }

    private bool IsWorthwhile(Grid[] inputs, Grid[] outputs)
    {
        if (outputs.Any(HeldOut.Contains))
            return false;
        var changed = inputs.Zip(outputs).Count(pair => !pair.First.Equals(pair.Second));
        var plain = outputs.Where(output => !output.Cells.ContainsAnyExcept(output.Cells[0])).ToList();
        return outputs.Distinct().Count() * 2 > outputs.Length && changed * 3 >= outputs.Length * 2
            && (plain.Count * 2 <= outputs.Length || plain.Select(output => output.Cells[0]).Distinct().Count() > 1 && dice.Chance(PlainShare));
    }

    private bool Gives(CheckedProgram program, Grid[] inputs, Grid[] outputs)
    {
        for (var i = 0; i < inputs.Length; i++)
            if (Output(program, inputs[i]) is not { } output || !output.Equals(outputs[i]))
                return false;
        return true;
    }
}
