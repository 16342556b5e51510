using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Randomness;
using ArcMini.Synth.Scenes;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>
/// Makes tasks. It draws the inputs of a task and runs many programs on them. It keeps a few outputs that are worth learning, each with the
/// shortest program that gave them. It is for one thread; the same generator gives the same tasks.
/// </summary>
/// <param name="random">The generator of all random choices.</param>
/// <param name="options">What is wanted of the tasks.</param>
/// <param name="seeds">The programs that mutation starts from.</param>
internal sealed class TaskMaker(SeededRandom random, SynthOptions options, SeedPrograms seeds)
{
    /// <summary>The programs drawn for one set of inputs, by the maker and the mutator, and from the search's bank.</summary>
    private const int DrawnPerScene = 100;
    private const int BankPerScene = 160;

    /// <summary>The most tasks that are kept of these.</summary>
    private const int TasksPerScene = 20;
    private const int BankTasksPerScene = 40;

    /// <summary>The longest side of a scene is drawn from this to the longest side that is wanted, in cells.</summary>
    private const int SmallestSide = 6;

    /// <summary>The probability that inputs are real grids, if there are any.</summary>
    private const double RealShare = 0.5;

    /// <summary>The probability that the programs for a set of inputs are from the search's bank.</summary>
    private const double BankShare = 0.06;

    /// <summary>The probability that a program is a mutation, if it is not from the bank.</summary>
    private const double MutationShare = 0.55;

    /// <summary>
    /// The probability that a mutation starts from the corpus's program for the real task of the inputs, if there is one.
    /// </summary>
    private const double OwnShare = 0.3;

    /// <summary>The probability that a program is kept whose outputs mostly have one colour only.</summary>
    private const double PlainShare = 0.3;

    /// <summary>The probability that a program of one step is dropped, and its priority.</summary>
    private const double OneStepDropShare = 0.6;
    private const double OneStepPriority = 0.5;

    /// <summary>The nodes of a program of one step.</summary>
    private const int OneStepNodes = 2;

    /// <summary>The priority of the corpus's program for the real task of the inputs.</summary>
    private const double OwnPriority = 1000;

    /// <summary>The lowest random factor of a priority; the highest is one more.</summary>
    private const double MinPriorityFactor = 0.3;

    /// <summary>How much more often the primitives are drawn that suit a scene.</summary>
    private const double SuitedFactor = 5;

    /// <summary>The number of variables for which a run has space from the start.</summary>
    private const int InitialVariables = 64;

    /// <summary>The number of demonstration pairs; each is equally likely.</summary>
    private static readonly int[] PairCounts = [3, 3, 3, 3, 3, 3, 3, 2, 2, 4, 4, 5];

    private static readonly Limits Limits = new(60_000, 60_000);

    /// <summary>The programs of one primitive at most. Longer programs that do the same are not kept.</summary>
    private static readonly CheckedProgram[] Trivial =
    [
        .. PrimitiveTable.All
            .Where(row => row.Signature is { Parameters: [{ Type: GroundType { Name: "Grid" } }], Result: GroundType { Name: "Grid" } })
            .Select(row => $"input |> {row.Name}").Prepend("input").Select(CheckedProgram.Compile),
    ];

    private readonly Run run = new(new Budget(Limits), InitialVariables);
    private readonly Dictionary<string, int> kept = [];

    /// <summary>The inputs of a task.</summary>
    /// <param name="Scene">The name of their scene.</param>
    /// <param name="Suits">The primitives that suit the scene.</param>
    /// <param name="Grids">The grids.</param>
    /// <param name="Colors">Their colours; one that stands there twice is drawn twice as often.</param>
    /// <param name="Own">The corpus's program for the real task of the inputs; null if there is none.</param>
    private sealed record Inputs(string Scene, IReadOnlySet<string> Suits, Grid[] Grids, byte[] Colors, ArcProgram? Own);

    private sealed record DrawnProgram(ArcProgram Program, ProgramSource Source, Grid[] Outputs);

    /// <summary>The outcomes for the programs drawn so far.</summary>
    public Tally Tally { get; } = new();

    /// <summary>The tasks for one set of inputs; none if no program gave outputs worth learning.</summary>
    public IEnumerable<SyntheticTask> Next()
    {
        var drawn = DrawInputs();
        var inputs = drawn with { Grids = Background.Share(drawn.Grids, drawn.Grids.Length - 1) };
        if (inputs.Grids.Distinct().Count() < inputs.Grids.Length || inputs.Grids.Any(IsUnusable))
            return [];
        var found = new Dictionary<ulong, DrawnProgram>();
        foreach (var program in Trivial)
            Note(program, ProgramSource.Grammar, inputs.Grids, found);
        var fromBank = random.Chance(BankShare);
        foreach (var (program, source) in fromBank ? FromBank(inputs) : Drawn(inputs))
            if (program is null || program.Nodes > options.MaxNodes * 2)
                Tally.Add(DrawOutcome.Unfinished);
            else if (Checker.TryCheck(program) is { } compiled)
                Note(compiled, source, inputs.Grids, found);
            else
                Tally.Add(DrawOutcome.IllTyped);
        return Choose(found, inputs, fromBank ? BankTasksPerScene : TasksPerScene);
    }

    private bool IsUnusable(Grid input) => input.Rows > options.MaxSide || input.Cols > options.MaxSide || HeldOut.Contains(input);

    private Inputs DrawInputs()
    {
        var count = 1 + random.Pick(PairCounts);
        if (options.Inputs is { } inputs && random.Chance(RealShare))
        {
            var real = inputs.Draw(random, count, options.MaxTokens / 2);
            var colors = real.Grids.SelectMany(grid => grid.Cells.ToArray().Distinct());
            var program = seeds.For(real.Task) is { } own ? real.Seen(own) : null;
            return new("real", new HashSet<string>(), real.Grids, [.. colors], program);
        }
        var style = new SceneStyle(random, random.Between(Math.Min(SmallestSide, options.MaxSide), options.MaxSide));
        var scene = random.Pick(SceneTable.All);
        Grid[] grids = [.. Enumerable.Range(0, count).Select(_ => scene.Draw(style).ToGrid())];
        return new(scene.Name, scene.Suits, grids, [style.Background, .. style.Inks, .. style.Inks], null);
    }

    private IEnumerable<(ArcProgram?, ProgramSource)> FromBank(Inputs inputs) =>
        BankPrograms.Draw(random, inputs.Grids, seeds.Corpus).Take(BankPerScene)
            .Select(program => ((ArcProgram?)Normaliser.Normalise(program), ProgramSource.Bank));

    private IEnumerable<(ArcProgram?, ProgramSource)> Drawn(Inputs inputs)
    {
        if (inputs.Own is not null)
            yield return (Normaliser.Normalise(inputs.Own), ProgramSource.Corpus);
        var weights = PrimitiveTable.All.ToDictionary<Primitive, Primitive, double>(
            primitive => primitive, primitive => Weight(primitive, inputs.Suits), ReferenceEqualityComparer.Instance);
        var maker = new ProgramMaker(random, weights.GetValueOrDefault, inputs.Colors);
        var mutator = new ProgramMutator(random, weights.GetValueOrDefault, inputs.Colors, maker);
        for (var i = 0; i < DrawnPerScene; i++)
            yield return random.Chance(MutationShare) ? (Mutated(mutator, inputs.Own), ProgramSource.Mutation)
                : (maker.Draw(), ProgramSource.Grammar);
    }

    private ArcProgram? Mutated(ProgramMutator mutator, ArcProgram? own)
    {
        var program = own is not null && random.Chance(OwnShare) ? own : random.Pick(seeds.All);
        return mutator.Mutate(program, random.Pick(seeds.All));
    }

    private List<SyntheticTask> Choose(Dictionary<ulong, DrawnProgram> found, Inputs inputs, int most)
    {
        var tasks = new List<SyntheticTask>();
        var worthwhile = found.Values.Where(candidate => IsWorthwhile(inputs.Grids, candidate.Outputs));
        var candidates = worthwhile.OrderByDescending(Priority).ToList();
        Tally.Add(DrawOutcome.Dull, found.Count - candidates.Count);
        foreach (var candidate in candidates)
        {
            if (tasks.Count == most)
            {
                Tally.Add(DrawOutcome.Spare);
                continue;
            }
            var program = Reducer.Reduce(
                candidate.Program,
                variant => Checker.TryCheck(variant) is { } compiled && Gives(compiled, inputs.Grids, candidate.Outputs));
            if (program.Nodes > options.MaxNodes || IsDroppedOneStep(program) || IgnoresInput(program))
            {
                Tally.Add(DrawOutcome.Reduced);
                continue;
            }
            var pairs = inputs.Grids.Zip(candidate.Outputs, (input, output) => new Pair(input, output));
            var task = new SyntheticTask(program, program.ToString(), [.. pairs], inputs.Scene, candidate.Source);
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

    private bool IsDroppedOneStep(ArcProgram program) => program.Nodes == OneStepNodes && random.Chance(OneStepDropShare);

    private static bool IgnoresInput(ArcProgram program) =>
        program.Bindings.Count == 0 && Normaliser.Uses(program.Result, "input") == 0;

    private double Weight(Primitive primitive, IReadOnlySet<string> suits) =>
        (suits.Contains(primitive.Name) ? SuitedFactor : 1) * PrimitiveWeights.Of(primitive.Name) / UseFactor(primitive.Name);

    /// <summary>The divisor of a primitive's weight. It rises with the number of kept tasks that use the primitive.</summary>
    private double UseFactor(string primitive) => Math.Sqrt(1.0 + kept.GetValueOrDefault(primitive));

    /// <summary>
    /// Candidates are taken in the order of priority: first the corpus's own program, then the others at random, where a rare primitive
    /// makes a program more likely to come early.
    /// </summary>
    private double Priority(DrawnProgram candidate) =>
        (candidate.Source == ProgramSource.Corpus ? OwnPriority : candidate.Program.Nodes == OneStepNodes ? OneStepPriority : 1)
        * (MinPriorityFactor + random.Real())
        * candidate.Program.Primitives.DefaultIfEmpty("").Max(name => PrimitiveWeights.Of(name) / UseFactor(name));

    /// <summary>Runs a program on the inputs, and remembers it if no program that is as short gave the same outputs.</summary>
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
            behaviour = behaviour * GoldenRatio.OfTwoTo64 + output.Hash;
        }
        if (found.TryGetValue(behaviour, out var known))
            Tally.Add(DrawOutcome.Known);
        if (known is null || known.Program.Nodes > program.Source.Nodes)
            found[behaviour] = new(program.Source, source, outputs);
    }

    private Grid? Output(CheckedProgram program, Grid input)
    {
        run.Budget.Reset(Limits);
        var output = program.Execute(input, run).Output;
        var isWhole = output is { Rows: <= Grid.MaxTaskSide, Cols: <= Grid.MaxTaskSide } && !output.Cells.Contains(Grid.Transparent);
        return isWhole ? output : null;
    }

    /// <summary>
    /// Whether outputs are worth learning: more than half of them differ, two thirds differ from their inputs, and not many have one
    /// colour only.
    /// </summary>
    private bool IsWorthwhile(Grid[] inputs, Grid[] outputs)
    {
        if (outputs.Any(HeldOut.Contains))
            return false;
        var changed = inputs.Zip(outputs).Count(pair => !pair.First.Equals(pair.Second));
        if (outputs.Distinct().Count() * 2 <= outputs.Length || changed * 3 < outputs.Length * 2)
            return false;
        var plain = outputs.Where(output => !output.Cells.ContainsAnyExcept(output.Cells[0])).ToList();
        if (plain.Count * 2 <= outputs.Length)
            return true;
        return plain.Select(output => output.Cells[0]).Distinct().Count() > 1 && random.Chance(PlainShare);
    }

    private bool Gives(CheckedProgram program, Grid[] inputs, Grid[] outputs)
    {
        for (var i = 0; i < inputs.Length; i++)
            if (Output(program, inputs[i]) is not { } output || !output.Equals(outputs[i]))
                return false;
        return true;
    }
}
