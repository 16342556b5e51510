using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArcMini.Tasks;

namespace ArcMini.Commands.Records;

/// <summary>The generated JSON serializer of all records. Properties are written in the order of their declaration.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = [typeof(GridJsonConverter)])]
[JsonSerializable(typeof(SolveRecord))]
[JsonSerializable(typeof(TraceRecord))]
[JsonSerializable(typeof(Summary))]
[JsonSerializable(typeof(ScoreRecord))]
[JsonSerializable(typeof(RunSettings))]
[JsonSerializable(typeof(SynthRecord))]
[JsonSerializable(typeof(PromptRecord))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>The serializer that leaves characters such as <c>></c> unescaped, so that programs stay readable.</summary>
    public static RecordJson Readable =>
        field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Seconds as records hold them: to the millisecond.</summary>
    public static double Milliseconds(double seconds) => Math.Round(seconds, 3);
}
