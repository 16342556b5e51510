using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Grammar;

/// <summary>The example of a row of the primitive table, evaluated.</summary>
/// <param name="Source">The call in its canonical form.</param>
/// <param name="Result">What it gives.</param>
/// <param name="Type">The result's type.</param>
/// <param name="Steps">Steps used.</param>
/// <param name="Picture">The grids written in the call, an arrow and the result, drawn side by side.</param>
public sealed record Example(string Source, Value Result, DslType Type, long Steps, IReadOnlyList<string> Picture)
{
    /// <summary>Evaluates a row's example.</summary>
    /// <exception cref="FormatException">It is no expression, fails, or does not call the primitive: a fault of the table.</exception>
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
        var expr = program.Source.Result;
        if (!expr.All().Any(part => part is Call call && call.Function == primitive.Name || part is Name name && name.Text == primitive.Name))
            throw new FormatException($"the example of {primitive.Name} does not call it");
        var outcome = program.Execute(Budget.Load(1, 1, [0]), Limits.Default);
        if (outcome.Fault is not null)
            throw new FormatException($"the example of {primitive.Name} fails: {outcome.Fault}");
        var result = ValueText.Draw(outcome.Result, program.Result.Type);
        IReadOnlyList<string>[] grids = [.. expr.All().OfType<GridLiteral>().Select(literal => literal.Value).Distinct().Select(grid => ValueText.Draw(grid, DslType.Grid))];
        var picture = grids.Length == 0 ? result : ValueText.Beside("  ", [.. grids, ["->"], result]);
        return new(Printer.Print(program.Source), outcome.Result, program.Result.Type, outcome.Steps, picture);
    }
}
