using System.Text;
using System.Text.Json;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini score</c>.</summary>
internal sealed class ScoreCommand
{
    /// <summary>Counts the tasks and outputs that a submission solves, by the first attempt and by either.</summary>
    /// <param name="submission">A submission.</param>
    /// <param name="solutions">The solutions to all of its tasks.</param>
    [Command("score")]
    public int Score(ConsoleAppContext context, [Argument] string submission, [Argument] string solutions)
    {
        var attempts = Submission.Read(submission);
        var answers = SolutionsFile.Read(solutions);
        if (attempts.Keys.FirstOrDefault(id => !answers.ContainsKey(id)) is { } unknown)
            throw new DataException($"{solutions}: no solution for task {unknown} of {submission}");
        var tasks = new List<(int Outputs, int First, int Either)>();
        foreach (var (id, outputs) in answers)
        {
            if (!attempts.TryGetValue(id, out var tried))
                throw new DataException($"{submission}: task {id} of {solutions} is missing");
            if (tried.Count != outputs.Count)
                throw new DataException($"{submission}: task {id}: attempts at {tried.Count} test inputs, expected {outputs.Count}");
            tasks.Add((outputs.Count, outputs.Where((output, i) => tried[i].First.Equals(output)).Count(), outputs.Where((output, i) => tried[i].Hit(output)).Count()));
        }
        var (solved, solvedFirst) = (tasks.Count(task => task.Either == task.Outputs), tasks.Count(task => task.First == task.Outputs));
        var (all, right, rightFirst) = (tasks.Sum(task => task.Outputs), tasks.Sum(task => task.Either), tasks.Sum(task => task.First));
        if (CommonOptions.Of(context).Json)
        {
            Console.WriteLine(Line(
                ("schema", 1), ("tasks", tasks.Count), ("solved", solved), ("solved_first", solvedFirst),
                ("outputs", all), ("outputs_solved", right), ("outputs_solved_first", rightFirst)));
        }
        else
        {
            Console.WriteLine($"tasks solved: {solved} of {tasks.Count}, {solvedFirst} by the first attempt");
            Console.WriteLine($"outputs solved: {right} of {all}, {rightFirst} by the first attempt");
        }
        return ExitCode.Done;
    }

    private static string Line(params IEnumerable<(string Name, int Value)> values)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values)
                json.WriteNumber(name, value);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
