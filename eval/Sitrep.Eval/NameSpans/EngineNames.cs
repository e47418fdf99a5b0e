using Sitrep.Language.Tokens;

namespace Sitrep.Eval.NameSpans;

/// <summary>The engine's names as spans.</summary>
internal static class EngineNames
{
    /// <summary>The three kinds of name that every set has.</summary>
    public const string Person = "PER", Location = "LOC", Organisation = "ORG";

    /// <summary>Persons, places and organisations of a sentence, in words.</summary>
    public static IEnumerable<NameSpan> Of(IReadOnlyList<Token> tokens)
    {
        for (int i = 0; i < tokens.Count;)
        {
            int start = i++;
            NameKind kind = tokens[start].Name;
            if (kind == NameKind.None) continue;
            while (i < tokens.Count && tokens[i].Name == kind && !tokens[i].NameStart) i++;
            if (TypeOf(kind) is { } type) yield return new NameSpan(start, i, type);
        }
    }

    /// <summary>Null for kinds that not every set has.</summary>
    public static string? TypeOf(NameKind kind) => kind switch
    {
        NameKind.Person => Person,
        NameKind.Location => Location,
        NameKind.Organisation => Organisation,
        _ => null,
    };

    /// <summary>The kind a data set means; null for all others.</summary>
    public static string? TypeOf(string goldType) => goldType.ToUpperInvariant() switch
    {
        "PER" or "PERSON" => Person,
        "LOC" or "LOCATION" => Location,
        "ORG" or "ORGANISATION" or "ORGANIZATION" => Organisation,
        _ => null,
    };
}
