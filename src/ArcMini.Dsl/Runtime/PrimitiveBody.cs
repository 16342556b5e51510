using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Runtime;

/// <summary>The code of a primitive. It has no side effects. It returns <see cref="CallContext.Fail"/> when it has no answer.</summary>
public delegate Value PrimitiveBody(CallContext call);
