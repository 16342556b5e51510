using System.Text;
using ArcMini.Commands.Options;
using ArcMini.Tasks;

namespace ArcMini.Commands.Records;

/// <summary>
/// The file with the records of a run: JSON lines, first the settings, then one record per finished task. Lines are only appended, and
/// only complete lines are read. So a run can be stopped at any moment and resumed.
/// </summary>
internal sealed class RunFile : IDisposable
{
    private const string Pattern = "records*.jsonl";
    private const string Whole = "records.jsonl";
    private readonly FileStream stream;

    private RunFile(FileStream stream, IReadOnlyDictionary<string, SolveRecord> records) => (this.stream, Records) = (stream, records);

    /// <summary>The records that the file held when it was opened, by task.</summary>
    public IReadOnlyDictionary<string, SolveRecord> Records { get; }

    /// <summary>Begins a run, or resumes one with the same settings.</summary>
    /// <exception cref="DataException">The folder holds a run with other settings, is in use, or cannot be written.</exception>
    public static RunFile Open(string folder, Shard shard, RunSettings settings)
    {
        var file = Path.Combine(folder, shard.Count == 1 ? Whole : $"records-{shard.Index}-of-{shard.Count}.jsonl");
        FileStream? stream = null;
        try
        {
            Directory.CreateDirectory(folder);
            ExpectOneRun(folder, shard);
            stream = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using var reader = new StreamReader(stream, leaveOpen: true);
            var text = reader.ReadToEnd();
            var (begun, records) = Parse(text);
            if (begun is null && records.Count > 0)
                throw new DataException($"{file}: the line with the settings is missing; choose another folder for --run-dir");
            if (begun?.Difference(settings) is { } difference)
            {
                throw new DataException(
                    $"{file}: the run was begun with {difference}; use the same settings, or another folder for --run-dir");
            }
            stream.Seek(0, SeekOrigin.End);
            var run = new RunFile(stream, records);
            if (text.Length > 0 && text[^1] != '\n')
                run.Append([]);
            if (begun is null)
                run.Append(Encoding.UTF8.GetBytes(settings.ToJson()));
            stream = null;
            return run;
        }
        catch (IOException) when (File.Exists(folder))
        {
            throw new DataException($"{folder}: is a file, expected a folder");
        }
        catch (UnauthorizedAccessException)
        {
            throw new DataException($"{file}: cannot be used: you may not write there; choose another folder for --run-dir");
        }
        catch (FileNotFoundException)
        {
            throw new DataException($"{file}: cannot be used: no file can be made there; choose another folder for --run-dir");
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            throw new DataException($"{file}: cannot be used: {error.Message}");
        }
        finally
        {
            stream?.Dispose();
        }
    }

    /// <summary>Reads all run files of a folder.</summary>
    /// <exception cref="DataException">There is none.</exception>
    public static IReadOnlyList<(string File, RunSettings Settings, IReadOnlyDictionary<string, SolveRecord> Records)> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DataException($"{folder}: there is no such folder");
        var files = Directory.GetFiles(folder, Pattern).Order(StringComparer.Ordinal).ToList();
        return files.Count == 0 ? throw new DataException($"{folder}: no run: there is no {Pattern}")
            : [.. files.Select(file => Parse(Encoding.UTF8.GetString(InputFile.ReadBytes(file))) is ({ } settings, var records)
                ? (file, settings, records)
                : throw new DataException($"{file}: the line with the settings is missing"))];
    }

    /// <summary>Appends the record of a task, without its details where memory is too short for them. It is on disk afterwards.</summary>
    public void Append(SolveRecord record)
    {
        try
        {
            Append(record.ToBytes());
        }
        catch (OutOfMemoryException)
        {
            Append((record with { Details = null }).ToBytes());
        }
    }

    private void Append(byte[] line)
    {
        stream.Write(line);
        stream.WriteByte((byte)'\n');
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    /// <summary>Checks that the folder holds no shards of a run that is divided in another way.</summary>
    private static void ExpectOneRun(string folder, Shard shard)
    {
        if (Directory.GetFiles(folder, Pattern).Select(Path.GetFileName).FirstOrDefault(name => !IsOf(name!, shard.Count)) is { } other)
        {
            throw new DataException(
                $"{Path.Combine(folder, other)}: the run in this folder is divided in another way than {shard}; "
                + "name the shard by --shard i/n, or another folder for --run-dir");
        }
    }

    private static bool IsOf(string file, int count) =>
        count == 1 ? file == Whole : file.EndsWith($"-of-{count}.jsonl", StringComparison.Ordinal);

    private static (RunSettings? Settings, IReadOnlyDictionary<string, SolveRecord> Records) Parse(string text)
    {
        RunSettings? settings = null;
        var records = new Dictionary<string, SolveRecord>();
        foreach (var line in text.Split('\n')[..^1])
        {
            if (SolveRecord.Parse(line) is { } record)
                records[record.Task] = record;
            else
                settings ??= RunSettings.Parse(line);
        }
        return (settings, records);
    }
}
