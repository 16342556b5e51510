using System.Numerics;

namespace ArcMini.Model.Llama;

/// <summary>The probabilities of the next token, made from the model's logits; a buffer that is filled anew for each row.</summary>
/// <param name="vocabularySize">Number of token ids.</param>
sealed class TokenDistribution(int vocabularySize)
{
    readonly float[] weights = new float[vocabularySize];
    readonly int[] order = new int[vocabularySize];
    double total;

    /// <summary>
    /// Turns logits into weights. Tokens that are not <paramref name="allowed"/> (all are, if it is empty) get none.
    /// </summary>
    /// <param name="logits">One logit a token; what is not a number counts as impossible.</param>
    /// <param name="temperature">Divides the logits; 0 leaves the likeliest token alone.</param>
    /// <param name="topP">Sum of probabilities that the likeliest tokens must reach to be kept.</param>
    /// <param name="allowed">Whether each token may be drawn.</param>
    /// <returns>Whether any token can be drawn.</returns>
    public bool Fill(ReadOnlySpan<float> logits, double temperature, double topP, ReadOnlySpan<bool> allowed)
    {
        var (most, best) = Max(logits, allowed);
        if (best < 0) return false;
        if (temperature <= 0)
        {
            Array.Clear(weights);
            weights[best] = 1;
            total = 1;
            return true;
        }
        Exponentials(logits, most, (float)(1 / temperature));
        for (var i = 0; i < allowed.Length; i++)
            if (!allowed[i]) weights[i] = 0;
        total = Sum();
        if (topP < 1) KeepNucleus(topP);
        return true;
    }

    /// <summary>The logarithm of the sum of the exponentials of the logits: what a logit is minus to be a log-probability.</summary>
    public double LogSum(ReadOnlySpan<float> logits)
    {
        var (most, _) = Max(logits, []);
        Exponentials(logits, most, 1);
        return most + Math.Log(Sum());
    }

    /// <summary>The token at a place of the cumulative distribution.</summary>
    /// <param name="place">From 0 up to, not including, 1.</param>
    public int Draw(double place)
    {
        var left = place * total;
        var last = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0) continue;
            last = i;
            if ((left -= weights[i]) < 0) break;
        }
        return last;
    }

    static (float Value, int Index) Max(ReadOnlySpan<float> logits, ReadOnlySpan<bool> allowed)
    {
        var (value, index) = (float.NegativeInfinity, -1);
        for (var i = 0; i < logits.Length; i++)
            if (logits[i] > value && (allowed.IsEmpty || allowed[i])) (value, index) = (logits[i], i);
        return (value, index);
    }

    // Logits above the maximum belong to tokens that are not allowed; what is not a number becomes impossible.
    void Exponentials(ReadOnlySpan<float> logits, float most, float scale)
    {
        var i = 0;
        for (; i <= weights.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var scaled = (new Vector<float>(logits[i..]) - new Vector<float>(most)) * scale;
            var finite = Vector.LessThanOrEqual(scaled, Vector<float>.Zero);
            Vector.ConditionalSelect(finite, Vector.Exp(scaled), Vector<float>.Zero).CopyTo(weights, i);
        }
        for (; i < weights.Length; i++)
        {
            var scaled = (logits[i] - most) * scale;
            weights[i] = scaled <= 0 ? MathF.Exp(scaled) : 0;
        }
    }

    double Sum()
    {
        double sum = 0;
        foreach (var weight in weights) sum += weight;
        return sum;
    }

    void KeepNucleus(double topP)
    {
        for (var i = 0; i < order.Length; i++) order[i] = i;
        order.AsSpan().Sort((a, b) => weights[b] != weights[a] ? weights[b].CompareTo(weights[a]) : a.CompareTo(b));
        var enough = topP * total;
        double kept = 0;
        foreach (var token in order)
        {
            if (kept >= enough) weights[token] = 0;
            else kept += weights[token];
        }
        total = kept;
    }
}
