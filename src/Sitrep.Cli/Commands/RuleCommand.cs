using System.CommandLine;
using System.Globalization;
using Sitrep.Cli.Rendering;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep rule</c>: what an analyst decides, appended to the store.</summary>
internal static class RuleCommand
{
    /// <summary>Who rules, where <c>--author</c> is not given.</summary>
    public const string AuthorVariable = "SITREP_AUTHOR";

    private static readonly string[] Verbs = [.. Enum.GetValues<RulingVerb>().Select(Wording.Of)];

    public static Command Build(Terminal terminal)
    {
        var verb = new Argument<string>("VERB") { Description = $"{string.Join(", ", Verbs)}." };
        verb.AcceptOnlyFromAmong(Verbs);
        var ids = new Argument<string[]>("ID")
        {
            Description = "What is ruled on: an event, a figure, a claim or a source, by its id or the start of one; a source also by its name. merge: then the event that becomes part of it. split: then the claims to take out. grade: then the grade. place: then where it lies. undo: the number of a ruling.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> store = Inputs.Store($"The store whose record is ruled on. Default: {Inputs.DefaultStore}.");
        var author = new Option<string?>("--author") { Description = $"Who rules. Default: {AuthorVariable}.", HelpName = "NAME" };
        var reason = new Option<string?>("--reason") { Description = "Why; for a comment its text. Needed.", HelpName = "TEXT" };
        var radius = new Option<double?>("--radius") { Description = "place: kilometres within which it lies. Default: 4 for a town of the gazetteer, 5 around a spot.", HelpName = "KM" };
        Option<string?> gazetteer = Inputs.Gazetteer();
        var command = new TeachingCommand("rule", "Rule on the record of a store: accept, reject, merge, split, grade, place, comment, undo. Nothing is overwritten; every report made from the store shows it.",
            ("sitrep rule reject c7d1 --author ana --reason \"names the wrong town\"", "take a claim, an event or a figure out of the counts; it stays visible"),
            ("sitrep rule accept e1f3 --author ana --reason \"seen on video\"", "say that it stands; takes back a rejection"),
            ("sitrep rule merge e1f3 e09a --author ana --reason \"one raid, told twice\"", "two events are one; the first keeps its id"),
            ("sitrep rule split e1f3 c7d1 c88e --author ana --reason \"the second raid\"", "claims are of an event of their own"),
            ("sitrep rule grade a4c2 B --author ana --reason \"right in earlier cases\"", "reliability of a source: A to F; of an event, a figure or a claim the credibility: 1 to 6"),
            ("sitrep rule place \"Old Mill\" 34.45,40.92 --radius 2 --author ana --reason \"ana has been there\"", "where a place lies that no gazetteer knows; or by its name in the gazetteer, with the GeoNames id where several have it"),
            ("sitrep rule comment e1f3 --author ana --reason \"see the map of the 9th\"", "a remark"),
            ("sitrep rule undo 3 --author ana --reason \"was the right town\"", "ruling 3 no longer counts"))
        {
            verb, ids, store, author, reason, radius, gazetteer,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(verb), parsed.GetRequiredValue(ids), parsed.GetValue(store), parsed.GetValue(author), parsed.GetValue(reason), parsed.GetValue(radius), parsed.GetValue(gazetteer), TimeProvider.System));
        return command;
    }

    private static int Run(Terminal terminal, string verb, string[] ids, string? storeGiven, string? author, string? reason, double? radius, string? gazetteer, TimeProvider clock)
    {
        author ??= Environment.GetEnvironmentVariable(AuthorVariable);
        if (string.IsNullOrWhiteSpace(author)) throw new Failure($"rule: nobody is named as its author; give --author NAME, or set {AuthorVariable}.");
        if (string.IsNullOrWhiteSpace(reason)) throw new Failure("rule: no reason is given; give --reason TEXT. It stands beside the ruling in every report.");
        string store = Inputs.StoreOrDefault(storeGiven, []) ?? Inputs.DefaultStore;
        var wantedVerb = Enum.Parse<RulingVerb>(verb, ignoreCase: true);
        if (radius is not null && wantedVerb != RulingVerb.Place) throw new Failure($"{verb}: takes no radius; only place does.");
        Session session = Session.Load(terminal, gazetteer);
        (Material material, _) = session.Read(new InputChoice([]), store);
        SituationRecord before = material.AsOf(null);
        RulingRequest request = wantedVerb == RulingVerb.Place ? PlaceRequest(session, before, ids, radius, author, reason) : Request(before, wantedVerb, ids, author, reason);
        RulingDraft draft = RulingDraft.Of(before, request, clock.GetUtcNow());
        if (draft.Ruling is not { } wanted) throw new Failure($"{verb}: {draft.Wrong}");
        Ruling made = Session.Rule(store, wanted);
        SituationRecord after = material.And(made).AsOf(null);
        AppliedRuling applied = after.Rulings[^1];
        terminal.Out.Write($"{RulingText.Of(applied)}\n");
        foreach (string line in Effect(before, after)) terminal.Out.Write($"  {line}\n");
        return ExitCode.Done;
    }

    internal static RulingRequest Request(SituationRecord record, RulingVerb verb, string[] ids, string author, string reason)
    {
        if (verb == RulingVerb.Undo) return new RulingRequest(verb, ids[0], [.. ids.Skip(1)], null, author, reason);
        string target = Find(record, ids[0]);
        return verb == RulingVerb.Grade
            ? new RulingRequest(verb, target, [.. ids.Skip(2)], ids.Length > 1 ? ids[1] : "", author, reason)
            : new RulingRequest(verb, target, [.. ids.Skip(1).Select(id => Find(record, id))], null, author, reason);
    }

    private static RulingRequest PlaceRequest(Session session, SituationRecord record, string[] ids, double? radius, string author, string reason)
    {
        string target = Find(record, ids[0]);
        if (record.Places.FirstOrDefault(place => place.Id == target) is not { } place) throw new Failure($"place: '{ids[0]}' is not in the record; expected the id of a place, or its name.");
        if (ids is not [_, var first, .. var rest]) throw new Failure("place: where it lies is not said; expected LATITUDE,LONGITUDE, or a name of the gazetteer.");
        PlaceAsked asked = PlaceAsked.Of(string.Join(' ', [first, .. rest]), radius, session.PlacesNamed, [place.Name, .. place.Aliases]);
        return asked.Place is { } where ? new RulingRequest(RulingVerb.Place, target, [], where.ToString(), author, reason) : throw new Failure($"place: {asked.Wrong}");
    }

    // By id or the start of one, as in 'sitrep show'; actors, places and reports also by name.
    private static string Find(SituationRecord record, string wanted) => wanted.Length > 0 ? wanted[0] switch
    {
        'e' when Starts(record.Events.Select(one => one.Id), wanted) => RecordIndex.Find("event", wanted, record.Events, one => one.Id, _ => []).Id,
        'f' when Starts(record.Figures.Select(one => one.Id), wanted) => RecordIndex.Find("figure", wanted, record.Figures, one => one.Id, _ => []).Id,
        'c' when Starts(record.Claims.Select(one => one.Claim.Id), wanted) => RecordIndex.Find("claim", wanted, record.Claims, one => one.Claim.Id, _ => []).Claim.Id,
        'r' when Starts(record.Reports.Select(one => one.Id), wanted) => RecordIndex.Find("report", wanted, record.Reports, one => one.Id, _ => []).Id,
        'p' when Starts(record.Places.Select(one => one.Id), wanted) => RecordIndex.Find("place", wanted, record.Places, one => one.Id, _ => []).Id,
        'a' when Starts(record.Actors.Select(one => one.Id), wanted) => RecordIndex.Find("actor", wanted, record.Actors, one => one.Id, _ => []).Id,
        'n' when Starts(record.Sources.Select(one => one.Id), wanted) => RecordIndex.Find("source", wanted, record.Sources, one => one.Id, _ => []).Id,
        // Whose word counts comes first: an agency may be an actor of the reports too, through whom somebody spoke.
        _ => record.Sources.FirstOrDefault(source => string.Equals(source.Name, wanted, StringComparison.OrdinalIgnoreCase))?.Id ?? record.Actors.FirstOrDefault(actor => actor.Aliases.Prepend(actor.Name).Contains(wanted, StringComparer.OrdinalIgnoreCase))?.Id
            ?? record.Places.FirstOrDefault(place => place.Aliases.Prepend(place.Name).Contains(wanted, StringComparer.OrdinalIgnoreCase))?.Id ?? wanted,
    } : wanted;

    private static bool Starts(IEnumerable<string> ids, string wanted) => ids.Any(id => id.StartsWith(wanted, StringComparison.Ordinal));

    // What became of the events and figures that it touched: a person who rules wants to see what it did.
    private static IEnumerable<string> Effect(SituationRecord before, SituationRecord after)
    {
        var events = before.Events.ToDictionary(happening => happening.Id, StringComparer.Ordinal);
        var figures = before.Figures.ToDictionary(figure => figure.Id, StringComparer.Ordinal);
        foreach (Event now in after.Events)
        {
            if (!events.Remove(now.Id, out Event? old)) yield return $"{now.Id} {now.Summary}: new; {State(now.Status, now.IsRejected, now.Claims.Length)}";
            else if (State(old.Status, old.IsRejected, old.Claims.Length) is var was && State(now.Status, now.IsRejected, now.Claims.Length) is var says && was != says) yield return $"{now.Id} {now.Summary}: {was} -> {says}";
        }
        foreach (Event gone in events.Values.OrderBy(happening => happening.Id, StringComparer.Ordinal)) yield return $"{gone.Id} {gone.Summary}: no longer an event of its own";
        var places = before.Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
        foreach (Place now in after.Places.Where(place => places.TryGetValue(place.Id, out Place? old) && (old.Latitude, old.Longitude) != (place.Latitude, place.Longitude)))
        {
            string at = now is { Latitude: { } north, Longitude: { } east } ? string.Create(CultureInfo.InvariantCulture, $"at {north:0.####}, {east:0.####}") : "unplaced";
            yield return $"{now.Id} {now.Name}: {at}; {Wording.Count(after.Events.Count(happening => happening.Place == now.Id), "event")} there";
        }
        foreach (Figure now in after.Figures)
        {
            if (figures.TryGetValue(now.Id, out Figure? old) && State(old.Status, old.IsRejected, old.Claims.Length) is var was && State(now.Status, now.IsRejected, now.Claims.Length) is var says && was != says) yield return $"{now.Id} {FigureText.Of(now, new RecordIndex(after))}: {was} -> {says}";
        }
    }

    private static string State(Status status, bool rejected, int claims) => string.Create(CultureInfo.InvariantCulture, $"{(rejected ? "rejected" : Wording.Of(status))}, {Wording.Count(claims, "claim")}");
}
