using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ArcMini.Tests.Architecture;

/// <summary>A use of a declaration that stands on a higher floor.</summary>
/// <param name="From">The folder of the code that uses it.</param>
/// <param name="To">The folder of the declaration.</param>
/// <param name="Place">File and line of the use.</param>
/// <param name="Symbol">The type or extension method that is used.</param>
internal sealed record UpwardUse(string From, string To, string Place, string Symbol);

/// <summary>
/// Finds the arrows of a project's folder graph that point upwards. The sources are compiled in memory, and names are resolved to the
/// files that declare them. Documentation comments do not count.
/// </summary>
/// <remarks>
/// Only names of types and of extension methods are resolved. That is enough: code reaches every other member through a type that it
/// names itself, or that a declaration names which it uses. And only names that a higher floor declares are resolved, to save time.
/// </remarks>
internal sealed class UpwardUses
{
    /// <summary>The namespaces that the SDK's implicit usings import.</summary>
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private readonly string root;
    private readonly string[] floors;
    private readonly SyntaxTree[] trees;

    /// <summary>The highest floor that declares a type or extension method of a name.</summary>
    private readonly Dictionary<string, int> highest;

    /// <summary>Reads the sources of a project.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="floors">The folders from the highest floor to the lowest; the empty name is the project's own folder.</param>
    public UpwardUses(string root, string[] floors)
    {
        (this.root, this.floors) = (root, floors);
        trees = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(root, file).Split('/')[0] is not ("bin" or "obj"))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Options, file))];
        highest = trees.SelectMany(tree => Declared(tree).Select(name => (Name: name, Floor: FloorOf(tree))))
            .GroupBy(declared => declared.Name)
            .ToDictionary(group => group.Key, group => group.Min(declared => declared.Floor));
    }

    /// <summary>The folders that hold sources.</summary>
    public IEnumerable<string> Folders => trees.Select(FolderOf).Distinct();

    /// <summary>Finds all upward uses.</summary>
    /// <param name="assembly">The name of the project's own assembly, which must not be referenced.</param>
    public IReadOnlyList<UpwardUse> Find(string assembly)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileNameWithoutExtension(file) != assembly)
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(
            "InMemory",
            [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, Options)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true));
        return [.. trees.SelectMany(tree => UsesIn(tree, compilation))];
    }

    private IEnumerable<UpwardUse> UsesIn(SyntaxTree tree, CSharpCompilation compilation)
    {
        var floor = FloorOf(tree);
        var model = compilation.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            if (highest.TryGetValue(name.Identifier.Text, out var above) && above < floor
                && model.GetSymbolInfo(name).Symbol is { Kind: SymbolKind.NamedType or SymbolKind.Method } symbol
                && DeclarationOf(symbol) is { } declaration && FloorOf(declaration) < floor)
                yield return new(FolderOf(tree), FolderOf(declaration), PlaceOf(tree, name), symbol.Name);
    }

    /// <summary>The source that declares a symbol; null if another assembly does.</summary>
    private static SyntaxTree? DeclarationOf(ISymbol symbol)
    {
        var original = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol.OriginalDefinition;
        return original.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree;
    }

    /// <summary>The names of the types and extension methods that a source declares.</summary>
    private static IEnumerable<string> Declared(SyntaxTree tree) => tree.GetRoot().DescendantNodes().SelectMany(node => node switch
    {
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        DelegateDeclarationSyntax type => [type.Identifier.Text],
        MethodDeclarationSyntax { ParameterList.Parameters: [{ Modifiers: var modifiers }, ..] } method
            when modifiers.Any(SyntaxKind.ThisKeyword) => new[] { method.Identifier.Text },
        MethodDeclarationSyntax { Parent: ExtensionBlockDeclarationSyntax } method => [method.Identifier.Text],
        _ => [],
    });

    private string FolderOf(SyntaxTree tree) => Path.GetDirectoryName(Path.GetRelativePath(root, tree.FilePath))!;

    private int FloorOf(SyntaxTree tree) => Array.IndexOf(floors, FolderOf(tree));

    private string PlaceOf(SyntaxTree tree, SyntaxNode node) =>
        $"{Path.GetRelativePath(root, tree.FilePath)}:{tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}";
}
