using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;

namespace Sitrep.Store.Json;

/// <summary>How the store writes the model. Private to the file: the public form is the record's.</summary>
/// <remarks>Strict both ways, so that a field added to the model is missed at once and not filled in with a default; a reading of an older
/// shape is then read again from the received text.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(TextSpanJson), typeof(ZoneJson), typeof(OffsetMapJson)])]
[JsonSerializable(typeof(StoredReport))]
[JsonSerializable(typeof(StoredReading))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(ImmutableArray<Claim>))]
[JsonSerializable(typeof(SuppliedMetadata))]
[JsonSerializable(typeof(ImmutableArray<Problem>))]
internal sealed partial class StoreJson : JsonSerializerContext;
