namespace Sitrep.Pipeline.Dedupe;

/// <summary>Which sentences of one report stood in another before, and where first.</summary>
/// <param name="Origins">For each sentence the number of the report that printed it first; null for the report's own and for what cannot be told.</param>
/// <param name="JudgedWords">Words of the sentences that could be judged: own words, not quotations or scraps.</param>
internal sealed record FirstPublication(int?[] Origins, int JudgedWords)
{
    /// <summary>Share of a sentence's own shingles that must stand in the other report.</summary>
    // An edit in the middle of a sentence of twenty words costs a sixth of its shingles; sentences on one fact by two hands share a fifth.
    private const double CopiedMin = 0.5;

    /// <summary>Shingles in a row that count: runs of five words. Sentences of one form ("…, the mayor of … said, and …") have shorter ones in common.</summary>
    private const int StretchMin = 3;

    /// <summary>How much worse than the best an earlier report may hold the sentence and still be the one that had it first.</summary>
    private const double EarlierMargin = 0.25;

    /// <summary>Own shingles without which a sentence is too short to judge by itself.</summary>
    private const int OwnMin = 4;

    /// <summary>Share asked of a quotation or a scrap, from a report that other sentences were copied from.</summary>
    private const double AlongMin = 0.9;

    /// <summary>Own shingles in common without which a report is no source of anything: half a short sentence.</summary>
    private const int SharedOwnMin = 5;

    /// <summary>Reports weighed: those that share most.</summary>
    private const int CandidatesMax = 64;

    /// <summary>Of a report that took nothing from any other.</summary>
    public static FirstPublication Nothing { get; } = new([], 0);

    /// <param name="derived">For each report, whether it is known to print others' sentences: on one day, what does not comes first.</param>
    /// <param name="except">Reports that are no source of this one.</param>
    /// <param name="strictly">Only days before the report's own count.</param>
    public static FirstPublication Of(CopyGraph graph, int number, bool[] derived, Predicate<Neighbour> except, bool strictly = false)
    {
        Telling page = graph.Tellings[number];
        List<int>? candidates = null;
        IReadOnlyList<Neighbour> neighbours = graph.Of(number);
        for (int at = 0; at < neighbours.Count; at++)
        {
            Neighbour neighbour = neighbours[at];
            Telling other = graph.Tellings[neighbour.Number];
            if (neighbour.Overlap.SharedOwn < SharedOwnMin || !other.NotAfter(page) || CopyRules.IsNearlyEqual(neighbour.Overlap) || except(neighbour) || page.IsVersionOf(other)) continue;
            if (Telling.ByDate(other, page) == 0 && (strictly || (derived[neighbour.Number] && !derived[number]))) continue;
            (candidates ??= []).Add(at);
        }
        if (candidates is null) return Nothing;
        int[] numbers = [.. candidates
            .OrderByDescending(at => neighbours[at].Overlap.SharedOwn).ThenBy(at => neighbours[at].Number).Take(CandidatesMax)
            .Select(at => (neighbours[at].Number, Derived: derived[neighbours[at].Number]))
            .OrderBy(one => graph.Tellings[one.Number].Report.Published ?? DateOnly.MaxValue).ThenBy(one => one.Derived)
            .ThenBy(one => page.SameOutlet(graph.Tellings[one.Number])).ThenBy(one => one.Number)
            .Select(one => one.Number)];
        Telling[] sources = [.. numbers.Select(source => graph.Tellings[source])];

        var origins = new int?[page.Sentences.Count];
        var judged = new bool[origins.Length];
        int words = 0;
        Span<double> shares = stackalloc double[sources.Length];
        for (int i = 0; i < origins.Length; i++)
        {
            ReadOnlySpan<uint> runs = page.RunsOf(i);
            int own = 0;
            foreach (uint run in runs) own += ShingleSet.IsQuoted(run) ? 0 : 1;
            if (own < OwnMin) continue;
            judged[i] = true;
            words += page.Sentences[i].Words;
            double best = 0;
            for (int at = 0; at < sources.Length; at++) best = Math.Max(best, shares[at] = Share(runs, sources[at].Shingles, quotedToo: false));
            if (best < CopiedMin) continue;
            double enough = Math.Max(CopiedMin, best - EarlierMargin);
            for (int at = 0; at < sources.Length && origins[i] is null; at++) if (shares[at] >= enough) origins[i] = numbers[at];
        }
        for (int i = 0; i < origins.Length; i++)
        {
            if (judged[i] || page.RunsOf(i).IsEmpty) continue;
            for (int at = 0; at < sources.Length && origins[i] is null; at++)
            {
                bool source = false;
                for (int j = 0; j < origins.Length; j++) source |= judged[j] && origins[j] == numbers[at];
                if (source && Share(page.RunsOf(i), sources[at].Shingles, quotedToo: true) >= AlongMin) origins[i] = numbers[at];
            }
        }
        return new FirstPublication(origins, words);
    }

    /// <summary>Words of judged sentences that stood elsewhere before, and their sentences, by the telling they come from; most words first.</summary>
    public IReadOnlyList<(int Source, int Words, int Sentences)> Sources(CopyGraph graph, Telling page)
    {
        var sources = new List<(int Source, int Words, int Sentences)>();
        for (int i = 0; i < Origins.Length; i++)
        {
            if (Origins[i] is not { } origin) continue;
            int at = sources.FindIndex(known => known.Source == origin || graph.AreSameTelling(known.Source, origin));
            if (at < 0) sources.Add((origin, page.Sentences[i].Words, 1));
            else sources[at] = (sources[at].Source, sources[at].Words + page.Sentences[i].Words, sources[at].Sentences + 1);
        }
        return [.. sources.OrderByDescending(source => source.Words).ThenBy(source => source.Source)];
    }

    private static double Share(ReadOnlySpan<uint> runs, ShingleSet other, bool quotedToo)
    {
        int all = 0, found = 0, stretch = 0;
        foreach (uint run in runs)
        {
            if (!quotedToo && ShingleSet.IsQuoted(run))
            {
                stretch = 0;
                continue;
            }
            all++;
            stretch = other.Contains(run) ? stretch + 1 : 0;
            if (stretch >= StretchMin) found += stretch == StretchMin ? StretchMin : 1;
        }
        return all == 0 ? 0 : (double)found / all;
    }
}
