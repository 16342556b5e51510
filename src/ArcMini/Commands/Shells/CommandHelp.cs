namespace ArcMini.Commands.Shells;

/// <summary>What the help says about a command.</summary>
/// <param name="Name">Its name, one or two words.</param>
/// <param name="Text">What it does.</param>
/// <param name="Arguments">Its arguments, in order.</param>
/// <param name="Options">Its options, the common ones included.</param>
internal sealed record CommandHelp(string Name, string Text, IReadOnlyList<OptionHelp> Arguments, IReadOnlyList<OptionHelp> Options)
{
    /// <summary>The words of its name.</summary>
    public string[] Words => Name.Split(' ');
}
