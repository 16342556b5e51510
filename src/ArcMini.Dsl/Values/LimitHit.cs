namespace ArcMini.Dsl.Values;

/// <summary>A run has reached one of its limits. A <see cref="Budget"/> throws it; the code that starts the run catches it.</summary>
public sealed class LimitHit(string message) : Exception(message);
