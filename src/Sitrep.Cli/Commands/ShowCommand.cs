using System.CommandLine;
using Sitrep.Cli.Rendering;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish;
using Sitrep.Store.Running;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep show</c>: one thing of the record and the words it rests on.</summary>
internal static class ShowCommand
{
    private static readonly string[] Kinds = ["event", "figure", "place", "actor", "report", "claim"];

    public static Command Build(Terminal terminal)
    {
        var kind = new Argument<string>("KIND") { Description = $"{string.Join(", ", Kinds)}." };
        kind.AcceptOnlyFromAmong(Kinds);
        var id = new Argument<string>("ID") { Description = "Its id or the start of one; for a place or an actor also its name, for a report its file." };
        Argument<string[]> inputs = Inputs.Argument(required: false);
        Option<string?> store = Inputs.Store($"Read known reports from this file. Default when no INPUT is given: {Inputs.DefaultStore}.");
        Option<DateOnly?> asOf = Inputs.AsOf();
        Option<DateOnly?> on = Inputs.On();
        Option<bool> unruled = Inputs.WithoutRulings();
        Option<string?> gazetteer = Inputs.Gazetteer();
        var why = new Option<bool>("--why") { Description = "With claim: also the evidence behind it: cue, frame, rows of the word lists, date rule, place scores. With event: also why each claim was joined to it, and which events came near and are others." };
        var command = new TeachingCommand("show", "Show one event, figure, place, actor, report or claim with the original words behind it.",
            ("sitrep show event e1f3 --store crisis.db", "who says so, who disputes it, in which words"),
            ("sitrep show place \"Port Sudan\" reports/", "who held it when, and what happened there"),
            ("sitrep show place \"Port Sudan\" reports/ --on 2024-05-03", "the same for one day: who held it, what happened, which figures stood"),
            ("sitrep show actor \"Red Crescent\" --store crisis.db", "what it did and what it says"),
            ("sitrep show report wire-3.txt reports/", "what one report is and says"),
            ("sitrep show event e1f3 reports/ --why", "why each claim was joined to it, and what came near and is another event"),
            ("sitrep show claim c7d1 reports/ --why", "which rule, row and score made the claim what it is"))
        {
            kind, id, inputs, store, asOf, on, unruled, why, gazetteer,
        };
        command.SetAction(parsed => Run(
            terminal, parsed.GetRequiredValue(kind), parsed.GetRequiredValue(id), new InputChoice(parsed.GetValue(inputs) ?? []) { WithoutRulings = parsed.GetValue(unruled) }, parsed.GetValue(store), parsed.GetValue(asOf), parsed.GetValue(on), parsed.GetValue(why), parsed.GetValue(gazetteer)));
        return command;
    }

    private static int Run(Terminal terminal, string kind, string id, InputChoice inputs, string? store, DateOnly? asOf, DateOnly? on, bool why, string? gazetteer)
    {
        if (why && kind is not ("claim" or "event")) throw new Failure($"--why explains claims and events only. Its claims stand in 'sitrep show {kind} {id}' with their ids in brackets: give one as 'sitrep show claim ID --why'.");
        Session session = Session.Load(terminal, gazetteer);
        if (why && kind == "claim")
        {
            (Material material, Tally read) = session.Read(inputs, Inputs.StoreOrDefault(store, inputs.Paths));
            new RecordPages(material.AsOf(asOf), terminal).Claim(id, claim => material.Why(asOf, claim));
            return ExitCode.Of(read);
        }
        (SituationRecord record, Tally tally) = session.Record(inputs, Inputs.StoreOrDefault(store, inputs.Paths), asOf);
        if (on is { } day) record = RecordOn.Of(record, day);
        if (why) new RecordPages(record, terminal).Event(id, why: true);
        else Show(new RecordPages(record, terminal), kind, id);
        return ExitCode.Of(tally);
    }

    internal static void Show(RecordPages pages, string kind, string id)
    {
        Action<string> page = kind switch
        {
            "event" => wanted => pages.Event(wanted),
            "figure" => pages.Figure,
            "place" => pages.Place,
            "actor" => pages.Actor,
            "report" => pages.Report,
            _ => wanted => pages.Claim(wanted),
        };
        page(id);
    }
}
