using System.Text.Json;
using ArcMini.Solving.Proposing;

namespace ArcMini.Commands;

/// <summary>A <see cref="SampleReport"/> as the property <c>samples</c> of records.</summary>
internal static class SampleJson
{
    private const string Name = "samples";

    /// <summary>Writes the property.</summary>
    public static void Write(Utf8JsonWriter json, SampleReport samples)
    {
        json.WriteStartObject(Name);
        json.WriteNumber("asked", samples.Asked);
        json.WriteNumber("written", samples.Written);
        json.WriteNumber("type_check", samples.Checked);
        json.WriteNumber("distinct", samples.Distinct);
        json.WriteNumber("run", samples.Run);
        json.WriteNumber("verified", samples.Verified);
        json.WriteEndObject();
    }

    /// <summary>The property of a record, null where it has none.</summary>
    /// <exception cref="KeyNotFoundException">A number is missing.</exception>
    /// <exception cref="InvalidOperationException">One is no number.</exception>
    /// <exception cref="FormatException">One is no whole number.</exception>
    public static SampleReport? Read(JsonElement record)
    {
        return record.TryGetProperty(Name, out var samples)
            ? new(Count("asked"), Count("written"), Count("type_check"), Count("distinct"), Count("run"), Count("verified"))
            : null;

        int Count(string name) => samples.GetProperty(name).GetInt32();
    }
}
