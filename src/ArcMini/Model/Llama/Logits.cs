using System.Numerics;

namespace ArcMini.Model.Llama;

/// <summary>Arithmetic on a model's logits.</summary>
internal static class Logits
{
    /// <summary>
    /// The logarithm of the sum of the exponentials of the logits times <paramref name="scale"/>. It is not finite where one of them is
    /// not a number.
    /// </summary>
    public static double LogSum(ReadOnlySpan<float> logits, double scale)
    {
        // The greatest is taken out of the exponentials, which would overflow otherwise.
        var most = float.NegativeInfinity;
        foreach (var logit in logits)
            most = float.Max(most, logit);
        var (sums, i) = (Vector<float>.Zero, 0);
        for (; i <= logits.Length - Vector<float>.Count; i += Vector<float>.Count)
            sums += Vector.Exp((new Vector<float>(logits[i..]) - new Vector<float>(most)) * (float)scale);
        double sum = Vector.Sum(sums);
        for (; i < logits.Length; i++)
            sum += Math.Exp((logits[i] - most) * scale);
        return most * scale + Math.Log(sum);
    }
}
