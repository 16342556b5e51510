using ArcMini.Randomness;

namespace ArcMini.Model.Llama;

/// <summary>
/// Draws the perturbed log-probabilities of stochastic beam search (Kool, van Hoof and Welling, 2019): log-probabilities with Gumbel noise.
/// Those of all children of a branch are drawn so that the greatest is their parent's. Then the greatest over all complete
/// continuations are a sample without replacement, and a beam search finds them.
/// </summary>
/// <param name="seed">Seed of the random numbers.</param>
/// <param name="temperature">At 0 no noise is added.</param>
internal sealed class GumbelSampler(ulong seed, double temperature)
{
    private readonly SeededRandom random = new(seed);

    /// <summary>A number drawn from the standard Gumbel distribution.</summary>
    public double Noise() => -Math.Log(-Math.Log(random.Real()));

    /// <summary>Draws the perturbed log-probabilities of all children of a branch.</summary>
    /// <param name="children">The children, whose scores are set.</param>
    /// <param name="parent">The perturbed log-probability of the branch.</param>
    public void Perturb(List<BranchChild> children, double parent)
    {
        if (temperature <= 0)
        {
            for (var i = 0; i < children.Count; i++)
                children[i] = children[i] with { PerturbedLogProbability = children[i].Score };
            return;
        }
        var greatest = double.NegativeInfinity;
        for (var i = 0; i < children.Count; i++)
        {
            children[i] = children[i] with { PerturbedLogProbability = children[i].Score + Noise() };
            greatest = Math.Max(greatest, children[i].PerturbedLogProbability);
        }
        // Shifts the greatest to the parent's, in the form of the paper's appendix B.3, which does not overflow.
        for (var i = 0; i < children.Count; i++)
        {
            var free = children[i].PerturbedLogProbability;
            var below = parent - free + Math.Log(1 - Math.Exp(free - greatest));
            children[i] = children[i] with
            {
                PerturbedLogProbability = parent - Math.Max(0, below) - Math.Log(1 + Math.Exp(-Math.Abs(below))),
            };
        }
    }
}
