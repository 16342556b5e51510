using System.Text;
using ArcMini.Tasks;

namespace ArcMini.Commands;

/// <summary>
/// The records of a run in its folder: lines of JSON, first the settings, then a record for each task as it was finished. Lines are only
/// ever appended; only complete ones are trusted, so that a run may be stopped at any moment and taken up again.
/// </summary>
internal sealed class RunFile : IDisposable
{
    private const string Pattern = "records*.jsonl";
    private readonly FileStream stream;

    private RunFile(FileStream stream, IReadOnlyDictionary<string, RunRecord> records) => (this.stream, Records) = (stream, records);

    /// <summary>The records that were there, by task.</summary>
    public IReadOnlyDictionary<string, RunRecord> Records { get; }

    /// <summary>Begins a run or takes up one of the same settings.</summary>
    /// <exception cref="DataException">The folder holds a run of other settings, is in use, or cannot be written.</exception>
    public static RunFile Open(string folder, Shard shard, RunSettings settings)
    {
        var file = Path.Combine(folder, shard.Count == 1 ? "records.jsonl" : $"records-{shard.Index}-of-{shard.Count}.jsonl");
        FileStream? stream = null;
        try
        {
            Directory.CreateDirectory(folder);
            stream = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using var reader = new StreamReader(stream, leaveOpen: true);
            var text = reader.ReadToEnd();
            var (begun, records) = Parse(text);
            if (begun is null && records.Count > 0)
                throw new DataException($"{file}: the line with the settings is missing; choose another folder by --run-dir");
            if (begun?.Difference(settings) is { } difference)
                throw new DataException($"{file}: the run was begun with {difference}; repeat what it was begun with, or choose another folder by --run-dir");
            stream.Seek(0, SeekOrigin.End);
            var run = new RunFile(stream, records);
            if (text.Length > 0 && text[^1] != '\n')
                run.Append("");
            if (begun is null)
                run.Append(settings.Line);
            stream = null;
            return run;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataException($"{file}: cannot be used: {error.Message}");
        }
        finally
        {
            stream?.Dispose();
        }
    }

    /// <summary>Reads all runs in a folder.</summary>
    /// <exception cref="DataException">There is none.</exception>
    public static IReadOnlyList<(string File, RunSettings Settings, IReadOnlyDictionary<string, RunRecord> Records)> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DataException($"{folder}: there is no such folder");
        var files = Directory.GetFiles(folder, Pattern).Order(StringComparer.Ordinal).ToList();
        return files.Count == 0 ? throw new DataException($"{folder}: no run: there is no {Pattern}")
            : [.. files.Select(file => Parse(Encoding.UTF8.GetString(StrictJson.ReadFile(file))) is ({ } settings, var records)
                ? (file, settings, records)
                : throw new DataException($"{file}: the line with the settings is missing"))];
    }

    /// <summary>Adds a line, on disk when this returns.</summary>
    public void Append(string line)
    {
        stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static (RunSettings? Settings, IReadOnlyDictionary<string, RunRecord> Records) Parse(string text)
    {
        RunSettings? settings = null;
        var records = new Dictionary<string, RunRecord>();
        foreach (var line in text.Split('\n')[..^1])
        {
            if (RunRecord.Parse(line) is { } record)
                records[record.Task] = record;
            else
                settings ??= RunSettings.Parse(line);
        }
        return (settings, records);
    }
}
