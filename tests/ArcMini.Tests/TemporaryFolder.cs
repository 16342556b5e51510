namespace ArcMini.Tests;

/// <summary>An empty folder that is deleted after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("arcmini-test-").FullName;

    /// <summary>The path of a file or folder in it.</summary>
    public string this[string name] => Path.Combine(path, name);

    /// <summary>Writes a file and returns its path.</summary>
    public string File(string name, string content)
    {
        System.IO.File.WriteAllText(this[name], content);
        return this[name];
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
