using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>A function whose body is an expression.</summary>
/// <param name="code">The code that contains the body.</param>
/// <param name="body">The cell of the body.</param>
/// <param name="first">The slot of the first parameter.</param>
/// <param name="second">The slot of the second parameter; the first one again for a function of one parameter.</param>
internal sealed class Closure(Code code, int body, int first, int second) : Function
{
    public override Value Invoke(Run run, Value argument)
    {
        run.Frame[first] = argument;
        return code.Evaluate(run, body);
    }

    public override Value Invoke(Run run, Value one, Value two)
    {
        run.Frame[second] = two;
        return Invoke(run, one);
    }
}
