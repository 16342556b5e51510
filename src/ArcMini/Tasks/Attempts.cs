using System.Text.Json.Serialization;
using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>The two attempts at one test output, as a submission holds them.</summary>
internal readonly record struct Attempts(
    [property: JsonPropertyName("attempt_1")] Grid First,
    [property: JsonPropertyName("attempt_2")] Grid Second);
