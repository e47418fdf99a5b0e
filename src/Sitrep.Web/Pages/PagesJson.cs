using System.Text.Json.Serialization;

namespace Sitrep.Web.Pages;

/// <summary>What pages hand to their scripts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageData))]
[JsonSerializable(typeof(SituationData))]
internal sealed partial class PagesJson : JsonSerializerContext;
