using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>A solutions file in Kaggle's format: the test outputs of each task by its id, <c>{"ID": [GRID...]}</c>.</summary>
internal static class SolutionsFile
{
    /// <summary>Reads the test outputs of all tasks.</summary>
    /// <exception cref="DataException">The file cannot be read or is not a solutions file.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<Grid>> Read(string file)
    {
        var json = StrictJson.Open(file);
        json.ExpectObject("solutions, an object with the test outputs of each task by its id");
        var solutions = new Dictionary<string, IReadOnlyList<Grid>>();
        var ids = new HashSet<string>();
        while (json.NextKey(ids) is { } id)
        {
            json.Place = $"task {Quote.Of(id)}";
            json.ExpectArray("an array of test outputs");
            var outputs = new List<Grid>();
            while (json.NextItem())
            {
                json.Place = $"task {Quote.Of(id)}, output {outputs.Count + 1}";
                outputs.Add(json.ReadGrid());
            }
            solutions[id] = outputs.Count > 0 ? outputs : throw json.Fault("there is no output");
            json.Place = "";
        }
        json.End();
        return solutions.Count > 0 ? solutions : throw json.FaultOfPlace("no tasks: the object is empty");
    }
}
