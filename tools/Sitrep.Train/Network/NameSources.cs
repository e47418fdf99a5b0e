using Sitrep.Language.Names;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Train.Network;

/// <summary>A set with gold names.</summary>
/// <param name="Weight">How much its sentences count: tweets little.</param>
/// <param name="OtherKnown">False: the set marks persons, places and organisations only.</param>
internal sealed record NameSource(string Name, List<NamedSentence> Sentences, float Weight, bool OtherKnown)
{
    /// <summary>All sets that may go into a shipped model, but the development part of UNER.</summary>
    public static NameSource[] All(Func<string, string> pathOf, List<TreebankSentence> gum, Lexicon lexicon, NameLists lists)
    {
        NameSource[] sources =
        [
            new("wikigold", NamedSentence.ReadColumns(pathOf("ner-open/wikigold/wikigold.conll.txt"), 0, 1), 1, true),
            new("GUM", [.. NamedSentence.OfEntities(gum, lists)], 1, true),
            new("ECB+", [.. EcbNames.Read(pathOf("ecbplus/ecbplus.zip"), lexicon, lists)], 1, false),
            new("re3d", [.. NamedSentence.ReadRe3d(pathOf("re3d/CENTCOM"), lists), .. NamedSentence.ReadRe3d(pathOf("re3d/US State Department"), lists)], 1, false),
            new("WNUT17", NamedSentence.ReadColumns(pathOf("ner-open/wnut17/wnut17train.conll"), 0, 1), 0.25f, true),
            new("BTC", [.. "abeg".SelectMany(part => NamedSentence.ReadColumns(pathOf($"ner-open/btc/{part}.conll"), 0, 1))], 0.25f, false),
        ];
        foreach (NamedSentence sentence in sources.SelectMany(source => source.Sentences)) Peoples(sentence, lists.Book);
        return sources;
    }

    /// <summary>The sets do not agree on "Kenyan": a place here, nothing there. For us it is a group wherever it is no part of a longer name.</summary>
    private static void Peoples(NamedSentence sentence, NameBook book)
    {
        (string text, RawToken[] tokens) = TreebankSentence.Join(sentence.Forms);
        uint[] hints = book.MarkForms(text, tokens);
        const uint place = (uint)(NameHints.Country | NameHints.City | NameHints.Region);
        int[] classes = sentence.Classes;
        for (int i = 0; i < classes.Length; i++)
        {
            bool alone = classes[i] <= 0 || (!NameClasses.IsInside(classes[i]) && (i + 1 == classes.Length || !NameClasses.IsInside(classes[i + 1])));
            bool person = classes[i] > 0 && NameClasses.KindOf(classes[i]) is NameKind.Person;
            if (alone && !person && (hints[i] & (uint)NameHints.People) != 0 && (hints[i] & place) == 0) classes[i] = NameClasses.Begin(NameKind.Group);
        }
    }
}
