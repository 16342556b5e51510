using ArcMini.Search.Enumeration;

namespace ArcMini.Search;

/// <summary>What a search did.</summary>
/// <param name="Candidates">Candidates that were tried.</param>
/// <param name="Evaluations">Values that were computed, each on one input.</param>
/// <param name="Kept">Terms in the bank, which all have different values.</param>
/// <param name="Cost">The cost up to which every candidate was tried, on the <see cref="Grammar.CostScale"/>.</param>
/// <param name="Time">The wall time.</param>
/// <param name="Bands">Candidates that were tried and kept, by cost.</param>
/// <param name="Phases">The seconds spent on each phase.</param>
internal sealed record SearchReport(
    long Candidates,
    long Evaluations,
    int Kept,
    int Cost,
    TimeSpan Time,
    IReadOnlyList<CostBand> Bands,
    IReadOnlyDictionary<string, double> Phases)
{
    /// <summary>The report of this search and another one for the same task.</summary>
    public SearchReport With(SearchReport other) => new(
        Candidates + other.Candidates,
        Evaluations + other.Evaluations,
        Kept + other.Kept,
        Math.Max(Cost, other.Cost),
        Time + other.Time,
        [
            .. Bands.Concat(other.Bands)
                .GroupBy(band => band.Cost)
                .OrderBy(bands => bands.Key)
                .Select(bands => new CostBand(bands.Key, bands.Sum(band => band.Tried), bands.Sum(band => band.Kept))),
        ],
        Phases.ToDictionary(phase => phase.Key, phase => phase.Value + other.Phases.GetValueOrDefault(phase.Key)));
}
