using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Tasks;

namespace ArcMini.Commands.Options;

/// <summary>Reads program files, <c>*.arc</c>.</summary>
internal static class ProgramFile
{
    /// <summary>The checked program.</summary>
    /// <exception cref="DataException">The file cannot be read or does not hold a program.</exception>
    public static CheckedProgram Compile(string file) => Parse(file, InputFile.ReadText(file), CheckedProgram.Compile);

    /// <summary>The result of <paramref name="parse"/> on the source of a file.</summary>
    /// <exception cref="DataException"><paramref name="parse"/> finds a fault.</exception>
    public static T Parse<T>(string file, string source, Func<string, T> parse)
    {
        try
        {
            return parse(source);
        }
        catch (DslException fault)
        {
            throw new DataException(fault.Sentence(file), fault.Excerpt(source));
        }
    }
}
