namespace ArcMini.Tasks;

/// <summary>The tasks of files, folders and bundles.</summary>
/// <param name="Tasks">The tasks that can be read.</param>
/// <param name="Refused">For each file or task that cannot: a sentence that names it and says what is wrong.</param>
internal sealed record TaskBatch(IReadOnlyList<ArcTask> Tasks, IReadOnlyList<string> Refused);
