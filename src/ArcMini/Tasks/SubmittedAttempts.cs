using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>The two attempts at one test output as a submission of any tool holds them. An attempt that was not made is null.</summary>
internal readonly record struct SubmittedAttempts(Grid? First, Grid? Second)
{
    /// <summary>Whether one of the attempts equals the given output.</summary>
    public bool Hit(Grid output) => output.Equals(First) || output.Equals(Second);
}
