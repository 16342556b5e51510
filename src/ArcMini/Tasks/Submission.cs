using System.Text.Json;
using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>The two attempts at one test output.</summary>
internal readonly record struct Attempts(Grid First, Grid Second)
{
    /// <summary>Whether one of them is right.</summary>
    public bool Hit(Grid output) => First.Equals(output) || Second.Equals(output);

    /// <summary>Writes the attempts as an item.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteGrid("attempt_1", First);
        json.WriteGrid("attempt_2", Second);
        json.WriteEndObject();
    }
}

/// <summary>Kaggle's submission: two attempts per test input of every task, <c>{"ID": [{"attempt_1": GRID, "attempt_2": GRID}...]}</c>.</summary>
internal static class Submission
{
    /// <summary>Reads a submission.</summary>
    /// <exception cref="DataException">The file is not as it should be.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<Attempts>> Read(string file)
    {
        var json = StrictJson.Open(file);
        json.ExpectObject("a submission, an object with the attempts at each task by its id");
        var submission = new Dictionary<string, IReadOnlyList<Attempts>>();
        var ids = new HashSet<string>();
        while (json.NextKey(ids) is { } id)
        {
            json.Place = $"task {id}";
            submission[id] = ReadAttempts(ref json, id);
            json.Place = "";
        }
        json.End();
        return submission.Count > 0 ? submission : throw json.FaultOfPlace("no tasks: the object is empty");
    }

    /// <summary>Writes a submission, tasks and test inputs in the given order. The file appears whole or not at all.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string file, IEnumerable<(string Id, IReadOnlyList<Attempts> Outputs)> tasks) => WholeFile.Write(file, stream =>
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        foreach (var (id, outputs) in tasks)
        {
            json.WriteStartArray(id);
            foreach (var output in outputs)
                output.Write(json);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    });

    private static List<Attempts> ReadAttempts(ref StrictJson json, string id)
    {
        json.ExpectArray("an array with the attempts at each test input");
        var outputs = new List<Attempts>();
        while (json.NextItem())
        {
            var place = json.Place = $"task {id}, test input {outputs.Count + 1}";
            json.ExpectObject("an object with 'attempt_1' and 'attempt_2'");
            Grid? first = null, second = null;
            var keys = new HashSet<string>();
            while (json.NextKey(keys) is { } key)
            {
                json.Place = $"{place}, {key}";
                if (key == "attempt_1")
                    first = json.ReadGrid();
                else if (key == "attempt_2")
                    second = json.ReadGrid();
                else
                    json.Skip();
                json.Place = place;
            }
            if (first is null || second is null)
                throw json.Fault($"'{(first is null ? "attempt_1" : "attempt_2")}' is missing");
            outputs.Add(new(first, second));
        }
        return outputs.Count > 0 ? outputs : throw json.Fault("there are no attempts");
    }
}
