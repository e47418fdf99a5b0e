using Sitrep.Language.Tokens;

namespace Sitrep.Language.Tagging;

/// <summary>Sets right a plural noun that was taken for a verb: in "SDF fighters retook the town" two finite verbs would stand side by side.</summary>
internal static class AdjacentFinite
{
    public static void Mend(string text, ReadOnlySpan<RawToken> raw, Span<int> tags, TagSet tagSet)
    {
        int plural = tagSet.IdOf("NOUN/NNS");
        if (plural < 0) return;
        for (int i = 1; i + 1 < raw.Length; i++)
        {
            if (tagSet.Penn[tags[i]] != "VBZ" || tagSet.Upos[tags[i]] != Upos.Verb || tagSet.Penn[tags[i + 1]] is not ("VBD" or "VBN")) continue;
            if (text[raw[i].End - 1] == 's' && tagSet.Upos[tags[i - 1]] is Upos.Propn or Upos.Noun or Upos.Adj) tags[i] = plural;
        }
    }
}
