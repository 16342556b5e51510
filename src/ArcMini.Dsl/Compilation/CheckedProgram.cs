using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>What a run gave: a value, or the fault and its place, and what it used.</summary>
/// <param name="Result">The value, <see cref="Value.Failed"/> after a fault.</param>
/// <param name="Fault">One sentence, null where there is a value.</param>
/// <param name="At">Where the fault happened.</param>
/// <param name="Steps">Steps used.</param>
public sealed record Outcome(Value Result, string? Fault, Span At, long Steps)
{
    /// <summary>The value as a grid; null after a fault, and where an expression of another type was run.</summary>
    public Grid? Output => Result.Reference as Grid;
}

/// <summary>A <c>let</c> of a checked program, with the slot its value is kept in.</summary>
public sealed record CheckedBinding(string Name, Node Value, int Slot);

/// <summary>A program that type-checks: it can be run on any grid, by several threads at once if each has its own budget.</summary>
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

    /// <summary>The program as written.</summary>
    public ArcProgram Source { get; }

    /// <summary>The typed bindings, in order.</summary>
    public IReadOnlyList<CheckedBinding> Bindings => bindings;

    /// <summary>The typed result.</summary>
    public Node Result { get; }

    /// <summary>The holes in the order they are written, each with its type and place.</summary>
    public IReadOnlyList<HoleNode> Holes => holes;

    /// <summary>Whether it has holes, and so cannot run.</summary>
    public bool IsSketch => holes.Length > 0;

    /// <summary>Parses and checks a source.</summary>
    /// <exception cref="SyntaxException">It is no program.</exception>
    /// <exception cref="TypeException">It does not type-check.</exception>
    public static CheckedProgram Compile(string source) => Checker.Check(Parser.Parse(source));

    /// <summary>Parses and checks a source whose result may be of any type but a function.</summary>
    /// <exception cref="SyntaxException">It is no program.</exception>
    /// <exception cref="TypeException">It does not type-check.</exception>
    public static CheckedProgram CompileAny(string source) => Checker.CheckAny(Parser.Parse(source));

    /// <summary>Runs it on a grid; never throws but for a cancelled token.</summary>
    public Outcome Execute(Grid input, Limits limits, CancellationToken cancel = default) => Execute(input, new Run(new Budget(limits, cancel), slots));

    /// <summary>
    /// Runs it on a grid in a run whose budget has been reset, with values for its first holes, and tells each <c>let</c>'s value
    /// to <paramref name="watch"/>.
    /// </summary>
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
