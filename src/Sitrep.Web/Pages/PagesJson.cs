using System.Text.Json.Serialization;

namespace Sitrep.Web.Pages;

/// <summary>What pages hand to their scripts: what is null or false is left out, because there may be thousands of events.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageData))]
[JsonSerializable(typeof(SituationData))]
internal sealed partial class PagesJson : JsonSerializerContext;
