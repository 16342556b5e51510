using ArcMini.Commands.Options;
using ArcMini.Commands.Records;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini score</c>.</summary>
internal sealed class ScoreCommand
{
    /// <summary>Counts the tasks and outputs that a submission solves, by the first attempt and by either. Empty ones are wrong.</summary>
    /// <param name="submission">A submission file.</param>
    /// <param name="solutions">A solutions file with the test outputs of all its tasks.</param>
    [Command("score")]
    public int Score(ConsoleAppContext context, [Argument] string submission, [Argument] string solutions)
    {
        var score = Score(submission, Submission.Read(submission), solutions, SolutionsFile.Read(solutions));
        if (CommonOptions.Of(context).Json)
        {
            Console.WriteLine(score.ToJson());
        }
        else
        {
            Console.WriteLine($"tasks solved: {score.Solved} of {score.Tasks}, {score.SolvedFirst} by the first attempt");
            Console.WriteLine($"outputs solved: {score.OutputsSolved} of {score.Outputs}, {score.OutputsSolvedFirst} by the first attempt");
        }
        return ExitCode.Done;
    }

    private static ScoreRecord Score(
        string submissionFile, IReadOnlyDictionary<string, IReadOnlyList<SubmittedAttempts>> submission,
        string solutionsFile, IReadOnlyDictionary<string, IReadOnlyList<Grid>> solutions)
    {
        if (submission.Keys.FirstOrDefault(id => !solutions.ContainsKey(id)) is { } unknown)
            throw new DataException($"{solutionsFile}: no solution for task {Quote.Of(unknown)} of {submissionFile}");
        var tasks = new List<(int Outputs, int First, int Either)>();
        foreach (var (id, outputs) in solutions)
        {
            if (!submission.TryGetValue(id, out var attempts))
                throw new DataException($"{submissionFile}: task {Quote.Of(id)} of {solutionsFile} is missing");
            if (attempts.Count == 0)
                attempts = [.. outputs.Select(_ => default(SubmittedAttempts))];
            if (attempts.Count != outputs.Count)
            {
                throw new DataException(
                    $"{submissionFile}: task {Quote.Of(id)}: attempts at {attempts.Count} test inputs, expected {outputs.Count}");
            }
            var first = outputs.Where((output, i) => output.Equals(attempts[i].First)).Count();
            tasks.Add((outputs.Count, first, outputs.Where((output, i) => attempts[i].Hit(output)).Count()));
        }
        return new(
            Schema: 1,
            Tasks: tasks.Count,
            Solved: tasks.Count(task => task.Either == task.Outputs),
            SolvedFirst: tasks.Count(task => task.First == task.Outputs),
            Outputs: tasks.Sum(task => task.Outputs),
            OutputsSolved: tasks.Sum(task => task.Either),
            OutputsSolvedFirst: tasks.Sum(task => task.First));
    }
}
