using System.Collections.Frozen;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>One country in the codes of the field's data sets.</summary>
/// <param name="Name">The usual English name.</param>
/// <param name="Alpha3">ISO 3166-1 alpha-3.</param>
/// <param name="Numeric">ISO 3166-1 numeric, without leading zeros; empty for what has none.</param>
/// <param name="GleditschWard">Number of the state in the Gleditsch-Ward list; empty for what is no state there.</param>
internal sealed record CountryCode(string Name, string Alpha3, string Numeric, string GleditschWard, string AcledRegion, string UcdpRegion);

/// <summary>Codes and regions of countries (<c>data/country-codes.tsv</c>).</summary>
internal sealed class CountryCodes
{
    private static readonly string[] Columns = ["code", "alpha3", "numeric", "gleditsch_ward", "acled_region", "ucdp_region"];

    private readonly FrozenDictionary<string, CountryCode> _byCode;

    private CountryCodes(IEnumerable<(string Code, CountryCode Country)> rows) => _byCode = rows.ToFrozenDictionary(row => row.Code, row => row.Country, StringComparer.Ordinal);

    public static CountryCodes Load(DataFolder data)
    {
        Countries names = Countries.Load(data);
        return new CountryCodes(data.Rows("country-codes.tsv", Columns).Select(row => (row[0], new CountryCode(names.NameOf(row[0]) ?? row[0], row[1], row[2], row[3], row[4], row[5]))));
    }

    /// <param name="code">ISO 3166-1 alpha-2; null for no country.</param>
    /// <returns>Null when it is no code.</returns>
    public CountryCode? Of(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);
}
