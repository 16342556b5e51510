using System.Text.Json.Serialization;

namespace ArcMini.Tasks;

/// <summary>The generated JSON serializer of submissions.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, Converters = [typeof(GridJsonConverter)])]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<Attempts>>), TypeInfoPropertyName = "Submission")]
internal sealed partial class SubmissionJson : JsonSerializerContext;
