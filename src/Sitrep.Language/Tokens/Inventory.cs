using System.Collections.Frozen;

namespace Sitrep.Language.Tokens;

/// <summary>The closed lists that a token points into: Penn Treebank tags and dependency relations, as UD English uses them.</summary>
internal static class Inventory
{
    private static readonly string[] Penn =
    [
        "_", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH",
        "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "ADD", "AFX", "GW", "XX", "$", "#", "-LSB-", "-RSB-",
    ];

    private static readonly string[] Relations =
    [
        "dep", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "ccomp:pass", "clf", "compound", "compound:prt",
        "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "flat:foreign", "flat:name", "goeswith", "iobj", "list", "mark",
        "nmod", "nmod:desc", "nmod:npmod", "nmod:poss", "nmod:tmod", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:npmod", "obl:tmod", "obl:unmarked",
        "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp", "advmod:emph", "flat:range", "obl:lmod", "obl:arg",
    ];

    private static readonly FrozenDictionary<string, byte> PennIds = Ids(Penn), RelationIds = Ids(Relations);

    public static string PennOf(byte id) => Penn[id];

    public static string RelationOf(byte id) => Relations[id];

    /// <summary>0, "_", for what is no Penn tag.</summary>
    public static byte PennId(string penn) => PennIds.GetValueOrDefault(penn);

    /// <summary>An unknown subtype falls back to its relation, an unknown relation to "dep".</summary>
    public static byte RelationId(string relation)
    {
        if (RelationIds.TryGetValue(relation, out byte id)) return id;
        int colon = relation.IndexOf(':');
        return colon > 0 ? RelationIds.GetValueOrDefault(relation[..colon]) : (byte)0;
    }

    private static FrozenDictionary<string, byte> Ids(string[] names) => names.Index().ToFrozenDictionary(pair => pair.Item, pair => (byte)pair.Index, StringComparer.Ordinal);
}
