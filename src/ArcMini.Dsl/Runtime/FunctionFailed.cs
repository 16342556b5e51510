namespace ArcMini.Dsl.Runtime;

/// <summary>A function that a primitive called has failed. <see cref="CallContext"/> throws it; the start of the run catches it.</summary>
public sealed class FunctionFailed : Exception;
