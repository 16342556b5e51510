using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>One step of a program.</summary>
/// <param name="Text">How it is written. A step that goes on with the value of the step before begins with <c>|></c>.</param>
/// <param name="Let">The name that a <c>let</c> gives to its value; null if there is none.</param>
/// <param name="IsMain">Whether it is a step of the pipeline of a <c>let</c> or of the result. Other steps make arguments.</param>
public sealed record Stage(string Text, string? Let, bool IsMain);

/// <summary>The value of a step in one run.</summary>
public sealed record StageValue(Stage Stage, DslType Type, Value Value);

/// <summary>
/// A program taken apart, so that the value of each step can be seen: every call that is always evaluated is a <c>let</c> of its own.
/// A run gives the same result, the same faults and takes the same steps as a run of the program itself.
/// </summary>
public sealed class StagedProgram
{
    /// <summary>Begins the names of the new bindings. No source can contain it.</summary>
    private const string Prefix = "·stage";

    private readonly List<Binding> bindings = [];
    private readonly List<Stage> stages = [];
    private readonly CheckedProgram program;
    private int names;

    /// <summary>Takes a program apart.</summary>
    public StagedProgram(CheckedProgram whole)
    {
        foreach (var binding in whole.Source.Bindings)
            Add(binding.Name, binding.Value, new(TextOf(binding.Value), binding.Name, IsMain: true));
        var result = Extract(whole.Source.Result, isMain: true);
        program = Checker.Check(new([.. bindings], result, []));
    }

    /// <summary>The steps, in the order in which they are evaluated.</summary>
    public IReadOnlyList<Stage> Stages => stages;

    /// <summary>Runs the program. After a fault, the first step without a value is the one that failed.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public (IReadOnlyList<StageValue> Values, Outcome Outcome) Execute(Grid input, Limits limits, CancellationToken cancel = default)
    {
        var values = new List<StageValue>();
        var outcome = program.Execute(
            input, new Run(new Budget(limits, cancel), 0),
            (binding, value) => values.Add(new(stages[values.Count], binding.Value.Type, value)));
        return (values, outcome);
    }

    /// <summary>
    /// Makes a call or choice a binding of its own and returns its name. Other expressions stay, without the calls inside.
    /// </summary>
    private Expr Extract(Expr expr, bool isMain)
    {
        if (expr is not (Call or If))
            return WithoutCalls(expr, isMain);
        return Add($"{Prefix}{names++}", expr, new(TextOf(expr), null, isMain));
    }

    private Name Add(string name, Expr value, Stage stage)
    {
        var simple = WithoutCalls(value, stage.IsMain);
        bindings.Add(new(name, simple, [], value.At));
        stages.Add(stage);
        return new(name, value.At);
    }

    /// <summary>
    /// The expression without the calls that are evaluated before it. Functions and alternatives stay as they are.
    /// </summary>
    private Expr WithoutCalls(Expr expr, bool isMain) => expr switch
    {
        Call call => call with { Arguments = [.. call.Arguments.Select((argument, i) => Argument(call, argument, i, isMain))] },
        If choice => choice with { Condition = Extract(choice.Condition, false) },
        ListLiteral list => list with { Items = list.Items.Map(item => Extract(item, false)) },
        _ => expr,
    };

    private Expr Argument(Call call, Expr argument, int index, bool isMain) =>
        PrimitiveTable.Find(call.Function)?.Signature.Parameters[index].Type is FunctionOf
            ? argument
            : Extract(argument, isMain && index == 0 && PipeText(call) is not null);

    private static string TextOf(Expr expr) =>
        expr is Call { Arguments: [Call or If, ..] } call && PipeText(call) is { } text ? text : Printer.Print(expr);

    /// <summary>The last step of a pipeline, with its <c>|></c>; null for a call that is not written as a pipeline.</summary>
    private static string? PipeText(Call call)
    {
        const string Input = "input ";
        var text = Printer.Print(call with { Arguments = [new Name(Input.Trim(), default), .. call.Arguments.Skip(1)] });
        return text.StartsWith(Input + "|>", StringComparison.Ordinal) ? text[Input.Length..] : null;
    }
}
