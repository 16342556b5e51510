namespace ArcMini.Commands.Options;

/// <summary>The command line is wrong. The message is one sentence for the user; the exit code is 2.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>The error of a name that an option does not know.</summary>
    public static UsageException OfUnknown(string flag, string name, string known) =>
        new($"{flag}: '{name}' is unknown; expected some of {known}");

    /// <summary>Checks the value of an option.</summary>
    /// <param name="holds">Whether the value is valid.</param>
    /// <param name="flag">The option.</param>
    /// <param name="expected">The valid values, in words.</param>
    /// <exception cref="UsageException">The value is not valid.</exception>
    public static void ThrowUnless(bool holds, string flag, string expected)
    {
        if (!holds)
            throw new UsageException($"{flag}: expected {expected}");
    }
}
