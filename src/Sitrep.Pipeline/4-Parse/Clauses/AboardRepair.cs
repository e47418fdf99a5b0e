using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>"A bus with 40 people on board crashed": the bus did, and not those on board, on whom the parser hangs the verb as if it described them.</summary>
internal static class AboardRepair
{
    /// <summary>Words between a bus and what befell it: "with 72 people, including five foreigners, on board".</summary>
    private const int BetweenMax = 12;

    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int verb = 3; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN", Relation: "acl" or "advcl" } || !words.Has(WordSet.BefallsVehicle, tokens[verb].Lemma)) continue;
            if (Array.Exists(tokens, token => token.Head == verb && token.Relation is "nsubj" or "nsubj:pass" or "obj" or "aux" or "aux:pass" or "mark")) continue;
            if (Vehicle(tokens, verb, words) is not (> 0 and var vehicle)) continue;
            mended ??= (Token[])sentence.Tokens.Clone();
            Raise(mended, verb, vehicle);
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>The vehicle before, with those it carries told between it and the verb; -1 when there is none.</summary>
    private static int Vehicle(Token[] tokens, int verb, WordSets words)
    {
        int with = -1;
        for (int at = verb - 1; at > 0 && verb - at <= BetweenMax; at--)
        {
            if (tokens[at].Upos is Upos.Verb or Upos.Aux or Upos.Sconj && tokens[at].Lemma is not ("carry" or "include") || tokens[at].Form is ";" or ":" or "\"" or "”" or "“") return -1;
            if (tokens[at].Lemma is "with" or "carry") with = at;
            if (tokens[at].Upos != Upos.Noun || !(words.Has(WordSet.Vehicle, tokens[at].Lemma) || words.Has(WordSet.Vessel, tokens[at].Lemma))) continue;
            // Those on board are under the vehicle or under what was hung on it.
            return with == at + 1 ? at : -1;
        }
        return -1;
    }

    private static void Raise(Token[] tokens, int verb, int vehicle)
    {
        (int above, string relation) = (tokens[vehicle].Head, tokens[vehicle].Relation);
        if (above == verb) (above, relation) = (tokens[verb].Head, tokens[verb].Relation);   // it stood under the verb already, as "after the bus"
        for (int at = above; at >= 0; at = tokens[at].Head) if (at == verb) return;   // it would close a circle
        tokens[verb] = tokens[verb] with { Head = above, Relation = relation is "obl" or "nmod" ? "advcl" : relation, Penn = "VBD" };
        tokens[vehicle] = tokens[vehicle] with { Head = verb, Relation = "nsubj" };
        // "after a plane with 72 people on board crashed": what was taken for a preposition opens the clause.
        for (int at = 0; at < vehicle; at++)
        {
            if (tokens[at].Head != vehicle || tokens[at].Lemma is not ("after" or "before" or "since" or "when" or "as" or "until")) continue;
            tokens[at] = tokens[at] with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
        }
    }
}
