using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Grammar;

/// <summary>The example of a primitive, evaluated.</summary>
/// <param name="Source">The call in its canonical form.</param>
/// <param name="Result">The result.</param>
/// <param name="Type">The type of the result.</param>
/// <param name="Steps">The number of steps used.</param>
/// <param name="Picture">The literal grids of the call, an arrow and the result, drawn side by side.</param>
public sealed record Example(string Source, Value Result, DslType Type, long Steps, IReadOnlyList<string> Picture)
{
    /// <summary>Evaluates the example of a primitive.</summary>
    /// <exception cref="FormatException">The table has a fault: the example is wrong, fails, or does not call the primitive.</exception>
    public static Example Of(Primitive primitive)
    {
        CheckedProgram program;
        try
        {
            program = CheckedProgram.CompileAny(primitive.Example);
        }
        catch (DslException fault)
        {
            throw new FormatException($"the example of {primitive.Name} is wrong: {fault.At}: {fault.Message}", fault);
        }
        if (!program.Source.Primitives.Contains(primitive.Name))
            throw new FormatException($"the example of {primitive.Name} does not call it");
        var outcome = program.Execute(Budget.Load(1, 1, [0]), Limits.Default);
        if (outcome.Fault is not null)
            throw new FormatException($"the example of {primitive.Name} fails: {outcome.Fault}");
        var result = ValueText.Draw(outcome.Result, program.Result.Type);
        var literals = program.Source.All().OfType<GridLiteral>().Select(literal => literal.Value).Distinct();
        IReadOnlyList<string>[] grids = [.. literals.Select(grid => ValueText.Draw(grid, DslType.Grid))];
        var picture = grids.Length == 0 ? result : ValueText.Beside("  ", [.. grids, ["->"], result]);
        return new(Printer.Print(program.Source), outcome.Result, program.Result.Type, outcome.Steps, picture);
    }
}
