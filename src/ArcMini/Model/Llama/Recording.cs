namespace ArcMini.Model.Llama;

/// <summary>What <see cref="LlamaModel.Record"/> has noted.</summary>
/// <param name="Calls">The calls, in order.</param>
/// <param name="Cells">The tokens that the KV cache of their context can hold.</param>
/// <param name="Sequences">The sequences of their context.</param>
internal sealed record Recording(IReadOnlyList<Action<LlamaContext>> Calls, int Cells, int Sequences);
