using System.Text.Json.Serialization;

namespace Sitrep.Web.Running;

/// <summary>What open pages are told.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FoundReport))]
[JsonSerializable(typeof(FoundProblem))]
[JsonSerializable(typeof(ChangedRecord))]
[JsonSerializable(typeof(ReadingCount))]
internal sealed partial class LiveJson : JsonSerializerContext;
