using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ArcMini.Tests.Architecture;

/// <summary>One use of a declaration of another folder.</summary>
/// <param name="From">The folder of the code that uses it; empty for the project's own folder.</param>
/// <param name="To">The folder of the declaration.</param>
/// <param name="Place">File and line of the use.</param>
/// <param name="Symbol">The type or member that is used.</param>
internal sealed record FolderUse(string From, string To, string Place, string Symbol);

/// <summary>
/// The uses between the folders of a project, read from its code. The sources are compiled in memory, and every name in them is resolved
/// to the file that declares it. Documentation comments do not count.
/// </summary>
internal sealed class FolderGraph
{
    /// <summary>The namespaces that the SDK's implicit usings import.</summary>
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private readonly string root;

    private FolderGraph(string root, CSharpCompilation compilation)
    {
        this.root = root;
        Folders = [.. compilation.SyntaxTrees.Where(tree => tree.FilePath != "").Select(tree => FolderOf(tree.FilePath)).Distinct()];
        Uses = [.. compilation.SyntaxTrees.Where(tree => tree.FilePath != "").AsParallel().SelectMany(tree => UsesIn(tree, compilation))];
    }

    /// <summary>The folders that hold code.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>All uses of declarations of other folders.</summary>
    public IReadOnlyList<FolderUse> Uses { get; }

    /// <summary>Reads the graph of a project.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="assembly">The name of the project's own assembly, which is not referenced.</param>
    public static FolderGraph Read(string root, string assembly)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None);
        var trees = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(root, file).Split('/')[0] is not ("bin" or "obj"))
            .AsParallel()
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, options));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileNameWithoutExtension(file) != assembly)
            .Select(file => MetadataReference.CreateFromFile(file));
        var settings = new CSharpCompilationOptions(
            OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        return new(root, CSharpCompilation.Create("InMemory", trees, references, settings));
    }

    private IEnumerable<FolderUse> UsesIn(SyntaxTree tree, CSharpCompilation compilation)
    {
        var from = FolderOf(tree.FilePath);
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes().Where(CanUse))
            if (Declared(model.GetSymbolInfo(node).Symbol) is { } symbol
                && symbol.DeclaringSyntaxReferences is [{ SyntaxTree.FilePath: { Length: > 0 } file }, ..]
                && FolderOf(file) is var to && to != from)
                yield return new(from, to, PlaceOf(tree, node), symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
    }

    /// <summary>Names, and expressions that use a constructor, operator or indexer without a name.</summary>
    private static bool CanUse(SyntaxNode node) =>
        node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or BinaryExpressionSyntax or ElementAccessExpressionSyntax;

    /// <summary>The type or member that a project declares; null for locals, parameters and namespaces.</summary>
    private static ISymbol? Declared(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol method => (method.ReducedFrom ?? method).OriginalDefinition,
        INamedTypeSymbol or IFieldSymbol or IPropertySymbol or IEventSymbol => symbol.OriginalDefinition,
        _ => null,
    };

    private string FolderOf(string file) => Path.GetDirectoryName(Path.GetRelativePath(root, file))!;

    private string PlaceOf(SyntaxTree tree, SyntaxNode node) =>
        $"{Path.GetRelativePath(root, tree.FilePath)}:{tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}";
}
