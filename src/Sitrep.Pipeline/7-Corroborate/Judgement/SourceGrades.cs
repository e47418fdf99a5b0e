using System.Collections.Frozen;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Corroborate.Judgement;

/// <summary>Default reliability of a source by what it is, from <c>data/grades.tsv</c>. It grades the kind, never what was said; an analyst's
/// ruling replaces it.</summary>
public sealed class SourceGrades
{
    private readonly FrozenDictionary<string, (Reliability Grade, RuleNote Rule)> _byKind;
    private readonly FrozenDictionary<string, string> _newsrooms;

    private SourceGrades(FrozenDictionary<string, (Reliability, RuleNote)> byKind, FrozenDictionary<string, string> newsrooms) => (_byKind, _newsrooms) = (byKind, newsrooms);

    /// <summary>Knows nothing: everybody is F.</summary>
    public static SourceGrades None { get; } = new(FrozenDictionary<string, (Reliability, RuleNote)>.Empty, FrozenDictionary<string, string>.Empty);

    /// <exception cref="InvalidDataException">A grade is not a letter from A to F.</exception>
    public static SourceGrades Load(DataFolder data)
    {
        var byKind = new Dictionary<string, (Reliability, RuleNote)>(StringComparer.Ordinal);
        foreach (string[] row in data.Rows("grades.tsv", "kind", "grade", "words"))
        {
            if (!Enum.TryParse(row[1], out Reliability grade)) throw new InvalidDataException($"grades.tsv: {row[0]} has grade {row[1]}; expected a letter from A to F.");
            byKind[row[0]] = (grade, new RuleNote("kind-" + row[0], row[2]));
        }
        var newsrooms = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in data.Rows("newsrooms.tsv", "name", "kind", "country", "aliases", "domains"))
        {
            foreach (string name in row[3].Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(row[0])) newsrooms.TryAdd(name, row[1]);
        }
        return new SourceGrades(byKind.ToFrozenDictionary(StringComparer.Ordinal), newsrooms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    /// <param name="name">Usual name of an outlet or agency; null when unknown.</param>
    public SourceGrade OfNewsroom(string? name) => Of(name is not null && _newsrooms.TryGetValue(name, out string? kind) ? kind : "unknown");

    /// <param name="isParty">True for those who fight in the record.</param>
    /// <param name="named">False for somebody whom the reports do not name.</param>
    public SourceGrade OfActor(Actor actor, bool isParty, bool named)
    {
        if (actor.Kind == ActorKind.Media && _newsrooms.TryGetValue(actor.Name, out string? kind)) return Of(kind);
        if (isParty) return Of("party");
        if (!named) return Of("unnamed");
        return Of(actor.Kind == ActorKind.Media ? actor.Side is { Length: 2 } ? "state-media" : "unknown" : actor.Kind switch
        {
            ActorKind.RebelGroup or ActorKind.Militia => "party",
            ActorKind.State => "government",
            _ => Word(actor.Kind),
        });
    }

    private SourceGrade Of(string kind) =>
        _byKind.TryGetValue(kind, out (Reliability Grade, RuleNote Rule) known) ? new SourceGrade(known.Grade, known.Rule, null) : new SourceGrade(Reliability.F, LedgerRules.UnknownSource, null);

    private static string Word(ActorKind kind) => kind.ToString().ToLowerInvariant();
}
