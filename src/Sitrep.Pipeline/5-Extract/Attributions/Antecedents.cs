using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Speakers that are nothing but a noun: "the statement", "the spokesman", "a ministry statement".</summary>
internal static class Antecedents
{
    /// <summary>True where nothing beside the noun says which one is meant.</summary>
    public static bool IsBare(ActorMention speaker) =>
        speaker is { Form: ActorForm.Common, Name: null, Body: null, Country: null, Noun: { } noun }
        && (speaker.Words.Equals(noun, StringComparison.OrdinalIgnoreCase) || speaker.Words.Split(' ') is [var article, var only] && article.ToLowerInvariant() is "the" or "that" or "this" && only.Equals(noun, StringComparison.OrdinalIgnoreCase));

    /// <summary>The ministries that the sentence names, by more than that noun.</summary>
    public static IEnumerable<ActorMention> Bodies(ReadSentence sentence, bool[] quoted, ActorFinder actors, ReadingLexicon lexicon)
    {
        Tree tree = sentence.Tree;
        for (int at = 0; at < tree.Count; at++)
        {
            if (quoted[at] || !tree[at].Lemma.Equals("ministry", StringComparison.OrdinalIgnoreCase) || lexicon.Nouns.ActorClass("ministry") != NounClass.Body) continue;
            if (actors.Read(sentence, at) is { Kind: not ActorKind.Person } body && !IsBare(body)) yield return body with { Noun = "ministry" };
        }
    }
}
