using System.Text.Json;
using ArcMini.Dsl.Syntax;

namespace ArcMini.Tasks;

/// <summary>
/// A submission in Kaggle's format: two attempts per test input of every task, <c>{"ID": [{"attempt_1": GRID, "attempt_2": GRID}...]}</c>.
/// </summary>
internal static class Submission
{
    /// <summary>Reads a submission. A null or empty attempt is null; a task whose value is null or empty has no attempts.</summary>
    /// <exception cref="DataException">The file cannot be read or is not a submission.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<SubmittedAttempts>> Read(string file)
    {
        var json = StrictJson.Open(file);
        json.ExpectObject("a submission, an object with the attempts at each task by its id");
        var submission = new Dictionary<string, IReadOnlyList<SubmittedAttempts>>();
        var ids = new HashSet<string>();
        while (json.NextKey(ids) is { } id)
        {
            json.Place = $"task {Quote.Of(id)}";
            submission[id] = ReadAttempts(ref json, id);
            json.Place = "";
        }
        json.End();
        return submission.Count > 0 ? submission : throw json.FaultOfPlace("no tasks: the object is empty");
    }

    /// <summary>Writes a submission. Tasks and test inputs keep the given order. The file is written whole or not at all.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string file, IEnumerable<(string Id, IReadOnlyList<Attempts> Outputs)> tasks)
    {
        var submission = new OrderedDictionary<string, IReadOnlyList<Attempts>>();
        foreach (var (id, outputs) in tasks)
            submission.Add(id, outputs);
        OutputFile.Write(file, stream => JsonSerializer.Serialize(stream, submission, SubmissionJson.Default.Submission));
    }

    private static List<SubmittedAttempts> ReadAttempts(ref StrictJson json, string id)
    {
        var outputs = new List<SubmittedAttempts>();
        if (json.Token == JsonTokenType.Null)
            return outputs;
        json.ExpectArray("an array with the attempts at each test input");
        while (json.NextItem())
        {
            json.Place = $"task {Quote.Of(id)}, test input {outputs.Count + 1}";
            if (json.Token == JsonTokenType.Null)
            {
                outputs.Add(default);
                continue;
            }
            var keys = new HashSet<string>();
            var (first, second) = json.ReadGrids("attempt_1", "attempt_2", keys, mayBeEmpty: true);
            if (Array.Find(["attempt_1", "attempt_2"], key => !keys.Contains(key)) is { } missing)
                throw json.Fault($"'{missing}' is missing");
            outputs.Add(new(first, second));
        }
        return outputs;
    }
}
