using System.Reflection;

namespace ArcMini.Commands.Options;

/// <summary>The version of the program.</summary>
internal static class ProductVersion
{
    /// <summary>The version with the commit that it was built from, where that is known.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
