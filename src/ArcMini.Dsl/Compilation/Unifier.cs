using ArcMini.Dsl.Types;

namespace ArcMini.Dsl.Compilation;

/// <summary>Unification of types (Robinson, 1965): binds type variables so that two types become equal.</summary>
internal sealed class Unifier
{
    private readonly Dictionary<TypeVariable, DslType> bound = [];
    private readonly Func<TypeVariable, DslType> resolve;
    private int uses;

    public Unifier() => resolve = variable => bound.TryGetValue(variable, out var type) ? Resolve(type) : variable;

    /// <summary>A type variable that occurs nowhere else.</summary>
    public TypeVariable Fresh() => new("A", ++uses);

    /// <summary>A renaming for one more use of a signature, so that its variables are different from those of every other use.</summary>
    public Func<TypeVariable, DslType> NewUse()
    {
        var use = ++uses;
        return variable => variable with { Use = use };
    }

    /// <summary>A type with its bound variables replaced by what they are bound to.</summary>
    public DslType Resolve(DslType type) => type.Substitute(resolve);

    /// <summary>Whether two types can be made equal. If so, they are: variables are bound as needed.</summary>
    public bool Unify(DslType found, DslType expected)
    {
        (found, expected) = (Resolve(found), Resolve(expected));
        if (found == expected)
            return true;
        if (expected is TypeVariable wanted)
            return Bind(wanted, found);
        if (found is TypeVariable open)
            return Bind(open, expected);
        return found is ListOf a && expected is ListOf b && Unify(a.Item, b.Item);
    }

    private bool Bind(TypeVariable variable, DslType type)
    {
        if (type is FunctionOf || type.Variables.Contains(variable))
            return false;
        bound[variable] = type;
        return true;
    }
}
