using System.Runtime.InteropServices;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Randomness;

namespace ArcMini.Synth;

/// <summary>Changes programs at a few random places: literals, primitives of the same types, one more step.</summary>
/// <param name="random">The generator of all random choices.</param>
/// <param name="weight">How likely a primitive is, relative to the others.</param>
/// <param name="colors">The colours of the task, of which most colour literals become one.</param>
/// <param name="maker">Adds steps.</param>
internal sealed class ProgramMutator(
    SeededRandom random, Func<Primitive, double> weight, IReadOnlyList<byte> colors, ProgramMaker maker)
{
    /// <summary>Only so many of the task's colours are used.</summary>
    private const int MaxTaskColors = 6;

    /// <summary>The most by which an integer changes.</summary>
    private const int MaxChange = 2;

    private static readonly Dictionary<Primitive, Primitive[]> SameTyped = PrimitiveTable.All.GroupBy(TypesOf)
        .Select(group => group.ToArray()).SelectMany(group => group.Select(primitive => (primitive, group))).ToDictionary();

    private readonly Dictionary<Primitive[], WeightedChoice<Primitive>> choices = [];
    private readonly LiteralMaker literals = new(random, colors);
    private byte[] recoloring = [];
    private double rate;

    /// <summary>A program changed at random; null if the draw led nowhere.</summary>
    /// <param name="program">The program.</param>
    /// <param name="other">A program that may be added at its end.</param>
    public ArcProgram? Mutate(ArcProgram program, ArcProgram other)
    {
        rate = random.Pick(ProgramOdds.MutationRates);
        recoloring = Recoloring();
        var bindings = program.Bindings.Select(binding => binding with { Value = Change(binding.Value) }).ToArray();
        var result = Change(program.Result);
        if (random.Chance(ProgramOdds.ExtraStep))
            result = maker.Extend(result);
        else if (random.Chance(ProgramOdds.Splice) && other.Bindings.Count == 0 && bindings.Length == 0)
            result = Splice(result, other.Result);
        return result is null ? null : Normaliser.Normalise(new([.. bindings], result, []));
    }

    /// <summary>A new colour for each of the ten colours.</summary>
    private byte[] Recoloring()
    {
        byte[] recoloring = [.. random.Shuffle(Enumerable.Range(0, Color.Count)).Select(color => (byte)color)];
        for (var i = 0; i < Math.Min(colors.Count, MaxTaskColors); i++)
            if (random.Chance(ProgramOdds.TaskColorInMutation))
                recoloring[random.Below(Color.Count)] = colors[i];
        return recoloring;
    }

    private Expr Change(Expr expr) => expr.With(Change) switch
    {
        ColorLiteral literal => new ColorLiteral(recoloring[literal.Value], default),
        IntLiteral literal when random.Chance(rate) => Changed(literal),
        PointLiteral literal when IsDirection(literal) && random.Chance(rate * ProgramOdds.DirectionRateFactor) =>
            literals.Direction(random.Chance(ProgramOdds.StraightDirection)),
        Name name when PrimitiveTable.Find(name.Text) is { } primitive && random.Chance(rate) =>
            new Name(Replacement(primitive).Name, default),
        Call call when PrimitiveTable.Find(call.Function) is { } primitive && random.Chance(rate) =>
            new Call(Replacement(primitive).Name, call.Arguments, default),
        Expr other => other,
    };

    /// <summary>An integer near another; not negative unless the other was.</summary>
    private IntLiteral Changed(IntLiteral literal)
    {
        var lowest = literal.Value < 0 ? literal.Value : 0;
        return new(Math.Max(literal.Value + random.Between(-MaxChange, MaxChange), lowest), default);
    }

    private static bool IsDirection(PointLiteral literal) => Point.Directions.Any(direction => direction.Step == literal.Value);

    /// <summary>The second expression with the first in the place of its <c>input</c>.</summary>
    private static Expr Splice(Expr first, Expr second) =>
        second is Name { Text: "input" } ? first : second.With(child => Splice(first, child));

    /// <summary>A primitive of the same types, which may be the same primitive.</summary>
    private Primitive Replacement(Primitive primitive)
    {
        var group = SameTyped[primitive];
        ref var choice = ref CollectionsMarshal.GetValueRefOrAddDefault(choices, group, out _);
        return random.Pick(choice ??= new(group, weight));
    }

    private static string TypesOf(Primitive primitive) =>
        $"{string.Join(",", primitive.Signature.Parameters.Select(parameter => parameter.Type))}->{primitive.Signature.Result}";
}
