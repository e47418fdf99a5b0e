using System.Globalization;
using Sitrep.Model.Record;

namespace Sitrep.Eval.Wordings;

/// <summary>A sentence that hangs asides on a fact, and what must come out of it.</summary>
/// <param name="Types">What kinds of event may be told of the fact without being wrong.</param>
/// <param name="Counts">What the fact counts.</param>
/// <param name="Told">What the asides tell.</param>
internal sealed record WordedSetting(WordedFact Fact, string[] Types, AsideCount[] Counts, AsideDeed[] Told)
{
    public string Text => Fact.Text;
}

/// <summary>A count that may be told.</summary>
/// <param name="Must">False when it need not come out.</param>
internal sealed record AsideCount(Measure Measure, long Number, bool Must)
{
    /// <summary>"killed=12", with "?" before it when it need not come out.</summary>
    public static AsideCount Read(string words) =>
        words.TrimStart('?').Split('=') is [var measure, var number] ? new AsideCount(Enum.Parse<Measure>(measure, ignoreCase: true), long.Parse(number, CultureInfo.InvariantCulture), words[0] != '?') : throw new InvalidDataException($"'{words}' is no count.");

    public bool Is(FigureReading figure) => figure.Measure == Measure && (figure.Quantity.Best == Number || figure.Quantity.Low == Number);
}

/// <summary>A deed that an aside tells.</summary>
/// <param name="Types">In the record's words; "*": any.</param>
/// <param name="Actor">"*": any; "-": nobody.</param>
/// <param name="Place">"*": any; "-": none.</param>
/// <param name="Must">False when it need not come out.</param>
internal sealed record AsideDeed(string[] Types, string Actor, string Place, Stance Stance, bool Must)
{
    private const string Any = "*", None = "-", Same = "=";

    /// <summary>"capture,attack|rebels|=|denies", with "?" before it when it need not come out.</summary>
    public static AsideDeed Read(string words, string actor, string place)
    {
        string[] parts = words.TrimStart('?').Split('|');
        return new AsideDeed(parts[0].Split(','), parts[1] == Same ? actor : parts[1], parts[2] == Same ? place : parts[2], parts.Length > 3 ? Enum.Parse<Stance>(parts[3], ignoreCase: true) : Stance.Affirms, words[0] != '?');
    }

    /// <summary>True when the claim tells this deed.</summary>
    /// <param name="whole">True: who and where must be told where they are known; false: neither may be another.</param>
    public bool Is(Claim claim, bool whole)
    {
        EventReading happened = claim.Event!;   // only claims on events come here
        if (!(Types[0] == Any || Types.Contains(happened.Type.ToString(), StringComparer.OrdinalIgnoreCase)) || claim.Stance != Stance) return false;
        string[] doers = [.. happened.Roles.Where(role => role.Role == RoleKind.Actor).Select(role => role.Actor.Name ?? role.Actor.Words)];
        bool actor = Actor == Any || doers.Length == 0 && !(whole && Actor != None) || doers.Length == 1 && (doers[0] is "they" || WordingRows.Bare(doers[0]).Equals(WordingRows.Bare(Actor), StringComparison.OrdinalIgnoreCase));
        return actor && (Place == Any || (happened.Place is { } told ? told.Form != PlaceForm.Name && Place != None || told.Words == Place : !(whole && Place != None)));
    }
}
