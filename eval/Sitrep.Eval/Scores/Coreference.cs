namespace Sitrep.Eval.Scores;

/// <summary>Clusters of the same mentions compared by MUC (Vilain et al. 1995), B-cubed and CEAF-e (Luo 2005); their mean is the score of CoNLL 2012 (Pradhan et al. 2014).</summary>
internal static class Coreference
{
    /// <param name="mentions">Gold and system cluster of each mention.</param>
    public static (double Muc, double BCubed, double CeafE, double Conll) Score(IReadOnlyList<(string Gold, string System)> mentions)
    {
        double muc = Muc(mentions), b3 = BCubed.Score(mentions).F1, ceaf = CeafE(mentions);
        return (muc, b3, ceaf, (muc + b3 + ceaf) / 3);
    }

    /// <summary>Links: a cluster of n mentions that the other side cuts into k parts has n - k of its n - 1 links.</summary>
    private static double Muc(IReadOnlyList<(string Gold, string System)> mentions)
    {
        (int recalled, int wanted) = Links(mentions.Select(mention => (mention.Gold, mention.System)));
        (int right, int found) = Links(mentions.Select(mention => (mention.System, mention.Gold)));
        double recall = wanted > 0 ? (double)recalled / wanted : 0, precision = found > 0 ? (double)right / found : 0;
        return recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0;
    }

    private static (int Kept, int All) Links(IEnumerable<(string Cluster, string Other)> mentions)
    {
        (int kept, int all) = (0, 0);
        foreach (var cluster in mentions.GroupBy(mention => mention.Cluster, mention => mention.Other, StringComparer.Ordinal))
        {
            int size = cluster.Count();
            kept += size - cluster.Distinct(StringComparer.Ordinal).Count();
            all += size - 1;
        }
        return (kept, all);
    }

    /// <summary>Best one-to-one match of clusters, each pair worth twice what they share over the sum of their sizes.</summary>
    private static double CeafE(IReadOnlyList<(string Gold, string System)> mentions)
    {
        var gold = Sizes(mentions.Select(mention => mention.Gold));
        var system = Sizes(mentions.Select(mention => mention.System));
        (int, int, double)[] pairs = [.. mentions.CountBy(mention => mention).Select(both => (gold[both.Key.Gold].Id, system[both.Key.System].Id, 2.0 * both.Value / (gold[both.Key.Gold].Size + system[both.Key.System].Size)))];
        return gold.Count + system.Count > 0 ? 2 * Assignment.Best(pairs) / (gold.Count + system.Count) : 0;
    }

    private static Dictionary<string, (int Id, int Size)> Sizes(IEnumerable<string> clusters) =>
        clusters.CountBy(cluster => cluster).Select((one, id) => (one.Key, id, one.Value)).ToDictionary(one => one.Key, one => (one.id, one.Value), StringComparer.Ordinal);
}
