namespace Sitrep.Eval.Stories;

/// <summary>Shares of simple facts that are right: reports' metadata, dispatches, names that mean one thing.</summary>
internal sealed class ReportChecks(Story story)
{
    /// <summary>Agency, outlet, day, dateline, title, bylines, and whether captions and readers' comments were told apart.</summary>
    public (double Right, int Of, List<string> Notes) Metadata()
    {
        double right = 0;
        int of = 0;
        var notes = new List<string>();
        foreach (GoldReport gold in story.Gold.Reports)
        {
            if (story.Record.ReportOf(gold.Id) is not { } report)
            {
                notes.Add($"report {gold.Id}: not in the record");
                of++;
                continue;
            }
            Field("agency", gold.Agency, report.Agency, (a, b) => Names.Same(a, b));
            Field("outlet", gold.Outlet, report.Outlet, (a, b) => Names.Same(a, b));
            Field("published", gold.Published, report.Published, (a, b) => a == b);
            Field("dateline", gold.Dateline, report.DatelinePlace, (a, b) => Names.Fold(a) == Names.Fold(b));
            Field("title", gold.Title, report.Title, (a, b) => Quotes.Fold(a).Trim() == Quotes.Fold(b).Trim());
            if (gold.Byline.Length > 0)
            {
                double share = gold.Byline.Count(name => report.Bylines.Any(other => Names.Fold(other) == Names.Fold(name))) / (double)Math.Max(gold.Byline.Length, report.Bylines.Length);
                Add(share, $"bylines are {string.Join(", ", report.Bylines)}; expected {string.Join(", ", gold.Byline)}");
            }
            if (gold.PhotoCaptions is { } captions)
            {
                int had = Math.Max(story.Record.Photos.Count(id => id == report.Id), report.Zones.Count(zone => zone.Kind == "caption"));
                Add(Math.Max(captions, had) == 0 ? 1 : Math.Min(captions, had) / (double)Math.Max(captions, had), $"{had} captions; expected {captions}");
            }
            if (gold.ReaderComments is { } comments)
            {
                bool had = report.Zones.Any(zone => zone.Kind == "comment");
                Add(had == comments > 0 ? 1 : 0, had ? "comments where there are none" : "readers' comments not found");
            }

            void Field(string name, string? wanted, string? had, Func<string, string, bool> same)
            {
                if (wanted is not null) Add(had is not null && same(wanted, had) ? 1 : 0, $"{name} is {had ?? "unknown"}; expected {wanted}");
            }

            void Add(double share, string note)
            {
                right += share;
                of++;
                if (share < 1) notes.Add($"report {gold.Id}: {note}");
            }
        }
        return (right, of, notes);
    }

    public (double Right, int Of, List<string> Notes) Dispatches()
    {
        double right = 0;
        int of = 0;
        var notes = new List<string>();
        foreach (string[] group in story.Gold.SameText)
        {
            Check(group.Select(DispatchOf).Distinct().Count() == 1 && DispatchOf(group[0]) is not null, $"{string.Join(", ", group)} are one text, but stand in different dispatches");
        }
        string[] singles = [.. story.Gold.Distinct, .. story.Gold.SameText.Select(group => group[0])];
        foreach (string id in story.Gold.Distinct)
        {
            string? own = DispatchOf(id);
            Check(own is not null && singles.Count(other => DispatchOf(other) == own) == 1, $"{id} is a telling of its own, but shares a dispatch");
        }
        if (story.Gold.IndependentTellings is { } tellings)
        {
            int had = story.Record.Reports.Select(report => report.Dispatch).Distinct().Count();
            Check(had == tellings, $"{had} independent tellings; expected {tellings}");
        }
        return (right, of, notes);

        void Check(bool holds, string note)
        {
            of++;
            if (holds) right++;
            else notes.Add(note);
        }
    }

    public string? DispatchOf(string goldId) => story.Record.ReportOf(goldId)?.Dispatch;

    /// <summary>Of the groups of names that the record knows: those that are one thing in it.</summary>
    public static (double Right, int Of, List<string> Notes) Identity(IReadOnlyList<string[]> groups, IReadOnlyList<NamedView> things)
    {
        double right = 0;
        var notes = new List<string>();
        foreach (string[] group in groups)
        {
            HashSet<string> names = [.. group.Select(name => name.Split(" (")[0]).Select(Names.Fold)];
            NamedView[] hits = [.. things.Where(thing => thing.Names.Any(name => names.Contains(Names.Fold(name))))];
            if (hits.Length == 1) right++;
            else notes.Add(hits.Length == 0 ? $"{group[0]}: not in the record" : $"{group[0]} is {hits.Length} things: {string.Join("; ", hits.Select(hit => $"{hit.Id} {string.Join("/", hit.Names)}"))}");
        }
        return (right, groups.Count, notes);
    }
}
