using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>A <c>let</c> of a checked program.</summary>
/// <param name="Name">The name that it defines.</param>
/// <param name="Value">The typed expression.</param>
/// <param name="Slot">The slot that holds its value during a run.</param>
public sealed record CheckedBinding(string Name, Node Value, int Slot);

/// <summary>A program that type-checks. Several threads may run it at once if each has its own <see cref="Run"/>.</summary>
public sealed class CheckedProgram
{
    private readonly CheckedBinding[] bindings;
    private readonly Code code;
    private readonly HoleNode[] holes;
    private readonly int slots;

    internal CheckedProgram(ArcProgram source, CheckedBinding[] bindings, Node result, HoleNode[] holes, int slots)
    {
        Source = source;
        Result = result;
        this.bindings = bindings;
        this.holes = holes;
        this.slots = slots;
        code = new([.. bindings.Select(binding => binding.Value), result]);
    }

    /// <summary>The program as it was written.</summary>
    public ArcProgram Source { get; }

    /// <summary>The typed bindings, in order.</summary>
    public IReadOnlyList<CheckedBinding> Bindings => bindings;

    /// <summary>The typed result.</summary>
    public Node Result { get; }

    /// <summary>The holes in the order in which they are written, each with its type and place.</summary>
    public IReadOnlyList<HoleNode> Holes => holes;

    /// <summary>Whether the program has holes. A run needs a value for each hole that it reaches.</summary>
    public bool IsSketch => holes.Length > 0;

    /// <summary>Parses and checks a source text.</summary>
    /// <exception cref="SyntaxException">The text is not a program.</exception>
    /// <exception cref="TypeException">The program does not type-check.</exception>
    public static CheckedProgram Compile(string source) => Checker.Check(Parser.Parse(source));

    /// <summary>Parses and checks a source text whose result may have any type but a function type.</summary>
    /// <exception cref="SyntaxException">The text is not a program.</exception>
    /// <exception cref="TypeException">The program does not type-check.</exception>
    public static CheckedProgram CompileAny(string source) => Checker.CheckAny(Parser.Parse(source));

    /// <summary>Runs the program on a grid. Faults and reached limits are part of the outcome.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Outcome Execute(Grid input, Limits limits, CancellationToken cancel = default) =>
        Execute(input, new Run(new Budget(limits, cancel), slots));

    /// <summary>Runs the program on a grid, in a run whose budget was reset.</summary>
    /// <param name="input">The value of <c>input</c>.</param>
    /// <param name="run">The run. It may have been used for other programs.</param>
    /// <param name="watch">Is told the value of each <c>let</c>; null for nobody.</param>
    /// <param name="values">Values for the first holes. The other holes have none.</param>
    /// <exception cref="OperationCanceledException">The budget's token was cancelled.</exception>
    public Outcome Execute(Grid input, Run run, Action<CheckedBinding, Value>? watch = null, params ReadOnlySpan<Value> values)
    {
        run.Prepare(slots);
        for (var i = 0; i < holes.Length; i++)
            run.Frame[holes[i].Slot] = i < values.Length ? values[i] : Value.Failed;
        try
        {
            run.Frame[0] = input;
            for (var i = 0; i < bindings.Length; i++)
            {
                var value = code.Evaluate(run, i);
                if (value.IsFailed)
                    return Failed(run, run.Fault!);
                run.Frame[bindings[i].Slot] = value;
                watch?.Invoke(bindings[i], value);
            }
            var result = code.Evaluate(run, bindings.Length);
            return result.IsFailed ? Failed(run, run.Fault!) : new(result, null, default, run.Budget.Steps);
        }
        catch (LimitHit limit)
        {
            return Failed(run, limit.Message);
        }
        catch (FunctionFailed)
        {
            return Failed(run, run.Fault!);
        }
    }

    private Outcome Failed(Run run, string fault) => new(Value.Failed, fault, code.At(run.At), run.Budget.Steps);
}
