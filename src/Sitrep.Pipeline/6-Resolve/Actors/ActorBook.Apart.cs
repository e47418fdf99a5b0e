using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>Forces that are called soldiers or troops and are not the state's: mutineers, rebels, followers of one man, the forces of a people.</summary>
public sealed partial class ActorBook
{
    /// <summary>Words of a people's name: "South Ossetian".</summary>
    private const int PeopleWordsMax = 2;

    /// <summary>The actor when the words set it apart from its state; null when they do not.</summary>
    private Entry? Apart(string report, ActorMention mention)
    {
        if (mention.Form is not (ActorForm.Common or ActorForm.National) || ActorWords.IsPossessed(mention)) return null;
        ActorGroup group = _groups.Of(mention.Noun);
        if (group is not (ActorGroup.Military or ActorGroup.Militants or ActorGroup.Official or ActorGroup.Police or ActorGroup.Government)) return null;
        switch (group is ActorGroup.Police or ActorGroup.Government ? null : _allegiances.AgainstState(mention))
        {
            case "mutiny":
                return Mutineers(report, mention);
            case "rebel" when group == ActorGroup.Military:
                if (_salient[report].ArmedGroupBefore(mention.Span.Start) is { } named) return Named(report, named);
                return mention.Noun is { } noun && _gazetteer.Words.Has(WordSet.ForceItself, noun) || Home(report, mention) is null ? Unnamed(report, mention with { Noun = "rebel", Kind = ActorKind.RebelGroup }, mention.Country) : Mutineers(report, mention);
        }
        return mention.Form == ActorForm.Common && group is ActorGroup.Military or ActorGroup.Police or ActorGroup.Government ? OfPeople(mention, group) : null;
    }

    private string? Home(string report, ActorMention mention) => mention.Country ?? _salient[report].ForcesBefore(mention.Span.Start, mention.Noun, _story.Main(report)) ?? _story.Main(report);

    /// <summary>Those of a state's soldiers who rose against it, whatever they are called: one party, and not the state's.</summary>
    private Entry Mutineers(string report, ActorMention mention)
    {
        if (Home(report, mention) is not { } code) return Unnamed(report, mention, null);
        string key = $"nation/{code}/mutineers";
        return Get(key, () => new Entry(key, ActorKind.RebelGroup) { Country = code });
    }

    // "South Ossetian forces": a people with a region but no state has forces of its own.
    private Entry? OfPeople(ActorMention mention, ActorGroup group)
    {
        string[] words = mention.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int length = PeopleWordsMax; length > 0; length--)
        {
            for (int first = 0; first + length < words.Length; first++)
            {
                if (!char.IsUpper(words[first][0]) || !char.IsUpper(words[first + length - 1][0])) continue;
                string people = string.Join(' ', words.Skip(first).Take(length));
                if (_gazetteer.Match(people) is not ({ IsEmpty: false } places, true) || places.FirstOrDefault(place => place.FeatureCode == NamedAreas.RegionCode) is not { } home || PlaceKeys.Exact(home.Name) == PlaceKeys.Exact(people)) continue;
                string called = group switch { ActorGroup.Military => "forces", ActorGroup.Police => "police", _ => "authorities" }, name = $"{people} {called}";
                if (_known.Find(name) is [var listed, ..]) return Listed(listed);
                string key = $"people/{PlaceKeys.Exact(home.Name)}/{group}";
                return Get(key, () => new Entry(key, group == ActorGroup.Government ? ActorKind.Government : ActorKind.Military) { FixedName = name, Country = home.Country.Length == 2 ? home.Country : null });
            }
        }
        return null;
    }

    /// <summary>The one rebel group of that country which the report names, else the one that the whole story does; null for none and for several.</summary>
    private Entry? TheRebelsOf(string report, string code)
    {
        Entry[] here = [.. _salient[report].ArmedGroups.Select(mention => Named(report, mention)).Where(IsTheirs).DistinctBy(entry => entry.Key)];
        if (here.Length > 0) return here is [var one] ? one : null;
        Entry[] told = [.. _armedCounts.Keys.Select(key => _entries.GetValueOrDefault(key)).OfType<Entry>().Where(IsTheirs)];
        return told is [var only] ? only : null;

        bool IsTheirs(Entry entry) => entry.Kind == ActorKind.RebelGroup && (entry.Country ?? (entry.Key.StartsWith("name/", StringComparison.Ordinal) ? _story.Main(report) : null)) == code;
    }
}
