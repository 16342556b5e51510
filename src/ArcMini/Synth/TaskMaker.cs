using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>What is wanted of synthetic tasks.</summary>
/// <param name="MaxSide">The longest side of an input grid, in cells.</param>
/// <param name="MaxTokens">The longest example, in tokens of ArcMini's own vocabulary.</param>
/// <param name="MaxNodes">The largest program, in nodes.</param>
/// <param name="Inputs">Real grids for half of the tasks, null for none.</param>
sealed record SynthOptions(int MaxSide = 12, int MaxTokens = 600, int MaxNodes = 16, RealInputs? Inputs = null);

/// <summary>
/// Makes tasks: draws the inputs of one, runs many programs on them, and keeps a few whose outputs are worth learning, each
/// with the shortest program that was seen to give them. For one thread; the same seed gives the same tasks.
/// </summary>
sealed class TaskMaker(Dice dice, SynthOptions options)
{
    private const int ProgramsPerScene = 120;
    private const int TasksPerScene = 4;
    private const double RealShare = 0.5;
    private static readonly Limits Limits = new(60_000, 60_000);
    private static readonly (string Text, CheckedProgram Program)[] Trivial =
    [
        .. PrimitiveTable.All
            .Where(row => row.Signature is { Parameters: [{ Type: Ground { Name: "Grid" } }], Result: Ground { Name: "Grid" } })
            .Select(row => $"input |> {row.Name}").Prepend("input").Select(text => (text, CheckedProgram.Compile(text))),
    ];

    private static readonly Scene Real = new("real", 0, stage => stage.Empty(), new HashSet<string>());
    private readonly Run run = new(new Budget(Limits), 64);
    private readonly Dictionary<string, int> kept = [];

    private sealed record Candidate(Dsl.Syntax.Program Program, Grid[] Outputs);

    /// <summary>How many programs were drawn so far, tasks that were not kept included.</summary>
    public long Drawn { get; private set; }

    /// <summary>The tasks of one set of inputs, none if no program did anything worth keeping with them.</summary>
    public IEnumerable<SyntheticTask> Next()
    {
        var stage = new Stage(dice, options.MaxSide);
        var scene = dice.Pick(Scenes.All, scene => scene.Weight);
        var count = 1 + dice.Pick([3, 3, 3, 3, 3, 3, 3, 2, 2, 4, 4, 5]);
        byte[] colors = [stage.Background, .. stage.Inks, .. stage.Inks];
        Grid[] inputs;
        if (options.Inputs is { } real && dice.Chance(RealShare))
        {
            scene = Real;
            inputs = real.Draw(dice, count);
            colors = [.. inputs.SelectMany(input => input.Cells.ToArray().Distinct())];
        }
        else
        {
            inputs = [.. Enumerable.Range(0, count).Select(_ => scene.Draw(stage).ToGrid())];
        }
        if (inputs.Distinct().Count() < inputs.Length || inputs.Any(input => input.Rows > options.MaxSide || input.Cols > options.MaxSide || HeldOut.Contains(input)))
            return [];
        var found = new Dictionary<ulong, Candidate>();
        foreach (var (_, program) in Trivial)
            Note(program, inputs, found);
        var weights = PrimitiveTable.All.ToDictionary(row => row, row => Weight(row, scene));
        var maker = new ProgramMaker(dice, weights.GetValueOrDefault, colors);
        for (var i = 0; i < ProgramsPerScene; i++)
        {
            Drawn++;
            if ((dice.Chance(0.55) ? maker.Mutate(dice.Pick(Seeds.All), dice.Pick(Seeds.All)) : maker.Draw()) is { } drawn && drawn.Nodes <= options.MaxNodes * 2 && Compile(drawn) is { } program)
                Note(program, inputs, found);
        }
        return Choose(found, inputs, scene);
    }

    private IEnumerable<SyntheticTask> Choose(Dictionary<ulong, Candidate> found, Grid[] inputs, Scene scene)
    {
        var tasks = new List<SyntheticTask>();
        var candidates = found.Values
            .Where(candidate => IsWorthwhile(inputs, candidate.Outputs))
            .OrderByDescending(candidate => Novelty(candidate.Program) * (0.3 + dice.Real()));
        foreach (var candidate in candidates)
        {
            if (tasks.Count == TasksPerScene)
                break;
            var program = Reduce(candidate.Program, inputs, candidate.Outputs);
            if (program.Nodes > options.MaxNodes || program.Nodes == 2 && dice.Chance(0.6) || Refuse(program))
                continue;
            var task = new SyntheticTask(program, program.ToString(), [.. inputs.Select((input, i) => new Pair(input, candidate.Outputs[i]))], scene.Name);
            task = task with { Tokens = Example(task).Count };
            if (task.Tokens > options.MaxTokens)
                continue;
            tasks.Add(task);
            foreach (var name in task.Primitives.Distinct())
                kept[name] = kept.GetValueOrDefault(name) + 1;
        }
        return tasks;
    }

    /// <summary>The tokens of an example, from the first mark to the last.</summary>
    public static List<int> Example(SyntheticTask task)
    {
        var tokens = Prompt.Tokens(Vocabulary.Current, task.Train, task.Test.Input, int.MaxValue);
        Vocabulary.Current.Encode(task.Text, tokens);
        tokens.Add(Vocabulary.Current.Eos);
        return tokens;
    }

    private static bool Refuse(Dsl.Syntax.Program program) => program.Bindings.Count == 0 && Normaliser.Uses(program.Result, "input") == 0;

    private double Weight(Primitive row, Scene scene) =>
        (scene.Suits.Contains(row.Name) ? 5 : 1) * PrimitiveWeights.Of(row.Name) / Math.Sqrt(1 + kept.GetValueOrDefault(row.Name));

    private double Novelty(Dsl.Syntax.Program program) =>
        (program.Nodes == 2 ? 0.5 : 1) * new SyntheticTask(program, "", [], "").Primitives.DefaultIfEmpty("").Max(name => PrimitiveWeights.Of(name) / Math.Sqrt(1.0 + kept.GetValueOrDefault(name)));

    private void Note(CheckedProgram program, Grid[] inputs, Dictionary<ulong, Candidate> found)
    {
        var outputs = new Grid[inputs.Length];
        var behaviour = 0UL;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (Output(program, inputs[i]) is not { } output)
                return;
            outputs[i] = output;
            behaviour = behaviour * 0x9E3779B97F4A7C15 + output.Hash;
        }
        if (!found.TryGetValue(behaviour, out var known) || known.Program.Nodes > program.Source.Nodes)
            found[behaviour] = new(program.Source, outputs);
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
        var plain = outputs.Count(output => !output.Cells.ContainsAnyExcept(output.Cells[0]));
        return outputs.Distinct().Count() * 2 > outputs.Length && changed * 3 >= outputs.Length * 2 && (plain * 2 <= outputs.Length || dice.Chance(0.1));
    }

    /// <summary>
    /// The program without any part that does not matter: every call is tried without itself (its first argument in its place) and
    /// every part as <c>input</c>, as long as the outputs stay the same.
    /// </summary>
    private Dsl.Syntax.Program Reduce(Dsl.Syntax.Program program, Grid[] inputs, Grid[] outputs)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var variant in Variants(program))
                if (variant.Nodes < program.Nodes && Compile(variant) is { } checkedVariant && Gives(checkedVariant, inputs, outputs))
                {
                    program = Normaliser.Normalise(variant);
                    again = true;
                    break;
                }
        }
        return program;
    }

    private bool Gives(CheckedProgram program, Grid[] inputs, Grid[] outputs)
    {
        for (var i = 0; i < inputs.Length; i++)
            if (Output(program, inputs[i]) is not { } output || !output.Equals(outputs[i]))
                return false;
        return true;
    }

    private static IEnumerable<Dsl.Syntax.Program> Variants(Dsl.Syntax.Program program)
    {
        foreach (var result in Variants(program.Result))
            yield return program with { Result = result };
        for (var i = 0; i < program.Bindings.Count; i++)
            foreach (var value in Variants(program.Bindings[i].Value))
                yield return program with { Bindings = [.. program.Bindings.Select((binding, j) => j == i ? binding with { Value = value } : binding)] };
    }

    private static IEnumerable<Expr> Variants(Expr expr)
    {
        if (expr is Call { Arguments.Count: > 0 } call)
        {
            yield return new Name("input", default);
            yield return call.Arguments[0];
            if (call.Arguments.Count > 1 && PrimitiveTable.Find(call.Function) is { } row && row.Signature.Parameters.Count == call.Arguments.Count)
                for (var i = 1; i < call.Arguments.Count; i++)
                    if (call.Arguments[i] is not Lambda && (row.Signature.Parameters[i].Type == row.Signature.Result || row.Signature.Parameters[i].Type is ListOf))
                        yield return call.Arguments[i];
        }
        if (expr is If choice)
        {
            yield return choice.Then;
            yield return choice.Else;
        }
        var index = 0;
        foreach (var child in expr.Children)
        {
            var place = index++;
            foreach (var variant in Variants(child))
            {
                if (expr is Lambda lambda && lambda.Parameters.Any(parameter => Normaliser.Uses(variant, parameter) == 0))
                    continue;
                var at = 0;
                yield return Normaliser.With(expr, other => at++ == place ? variant : other);
            }
        }
    }

    private static CheckedProgram? Compile(Dsl.Syntax.Program program)
    {
        try
        {
            return Checker.Check(program);
        }
        catch (TypeException)
        {
            return null;
        }
    }
}
