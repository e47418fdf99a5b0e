using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Sitrep.Language;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Parse.Clauses;
using Sitrep.Pipeline.Parse.Counts;
using Sitrep.Pipeline.Parse.Days;
using Sitrep.Pipeline.Parse.Words;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Parses "…, X said" as what it is: a sentence, and a reporting clause beside it.</summary>
/// <remarks>
/// News ends every third sentence so, the treebanks the parser learnt from hardly any: left alone it takes the last noun before the comma for
/// part of the clause. The words before the comma are parsed as a sentence of their own and the reporting clause is hung on their root as
/// <c>parataxis</c>, where Universal Dependencies puts it.
/// </remarks>
internal sealed class ReportingClauses(LanguageEngine engine, WordSets words, FrozenSet<string> cues)
{
    /// <summary>Longest subject of a reporting clause, in tokens; longer ones are as a rule something else.</summary>
    private const int SubjectMax = 24;

    /// <summary>Longest stretch before the cue of an opening reporting clause, in tokens.</summary>
    private const int OpeningMax = 32;

    /// <summary>What may follow the cue without a clause of its own ("said on Friday in a televised statement"), in tokens.</summary>
    private const int TailMax = 14;

    /// <summary>Longest run of settings between an opening cue and what is said, in tokens.</summary>
    private const int SettingMax = 10;

    /// <summary>Longest name of who is told, in tokens.</summary>
    private const int HearerMax = 5;

    /// <summary>Where a sentence is parted.</summary>
    /// <param name="Cue">The cue.</param>
    /// <param name="Start">First token of the reporting clause; 0 where it opens the sentence.</param>
    /// <param name="End">Just past its last token.</param>
    /// <param name="Opens">What is said follows as the object of the cue.</param>
    private readonly record struct Cut(int Cue, int Start, int End, bool Opens)
    {
        public (int First, int Past)[] Stretches(int length) => [.. new[] { (0, Start), (Start, End), (End, length) }.Where(stretch => stretch.Item1 < stretch.Item2)];
    }

    /// <summary>The sentences, or better trees for them.</summary>
    /// <remarks>The parts of all sentences of a report are parsed together: one by one they are too short to be parsed fast.</remarks>
    public IReadOnlyList<Sentence> Repair(string text, IReadOnlyList<Sentence> sentences)
    {
        Cut?[] cuts = [.. sentences.Select(sentence => CutOf(sentence.Tokens))];
        var stretches = new List<(int Start, int End)>();
        for (int i = 0; i < cuts.Length; i++) if (cuts[i] is { } cut) stretches.AddRange(cut.Stretches(sentences[i].Tokens.Length).Select(stretch => (sentences[i].Tokens[stretch.First].Start, sentences[i].Tokens[stretch.Past - 1].End)));
        if (stretches.Count == 0) return sentences;
        ReadOnlySpan<Sentence?> parts = engine.AnalyzeEach(text, CollectionsMarshal.AsSpan(stretches));
        var repaired = new Sentence[sentences.Count];
        for (int i = 0; i < repaired.Length; i++)
        {
            repaired[i] = sentences[i];
            if (cuts[i] is not { } cut) continue;
            int count = cut.Stretches(sentences[i].Tokens.Length).Length;
            Sentence?[] own = [.. parts[..count].ToArray().Select(Mended)];
            parts = parts[count..];
            if ((cut.Opens ? ComposeOpening(sentences[i], own, cut) : Compose(sentences[i], own, cut)) is { } parted) repaired[i] = FunctionWordRepair.Repair(PastFormRepair.Repair(parted, engine, words));
        }
        return repaired;
    }

    private Cut? CutOf(Token[] tokens)
    {
        for (int cue = tokens.Length - 1; cue > 2; cue--)
        {
            // "in an attack claimed by both": what was claimed is no saying.
            if (!IsCue(tokens[cue]) || tokens[cue].Penn == "VBN" && cue + 1 < tokens.Length && tokens[cue + 1].Form == "by" || ClauseStart(tokens, cue) is not { } start) continue;
            int end = IsTail(tokens, cue) ? tokens.Length : ClauseEnd(tokens, cue);
            if (end > 0) return new Cut(cue, start, end, Opens: false);
        }
        return OpeningCue(tokens) is { } opening && ContentStart(tokens, opening) is { } content ? new Cut(opening, 0, content, Opens: true) : null;
    }

    private Sentence? Mended(Sentence? part) => part is null ? null : FiniteRepair.Repair(GradeRepair.Repair(AbsoluteRepair.Repair(ParticleNouns.Repair(FunctionWordRepair.Repair(AgreementRepair.Repair(PastFormRepair.Repair(part, engine, words))), words))), words);

    /// <summary>The cue of "X said (on Friday) (that) …": the first one, with nothing but its subject before it; null when the sentence opens otherwise.</summary>
    private int? OpeningCue(Token[] tokens)
    {
        if (tokens[0].Upos == Upos.Sconj || tokens[0].Lemma is "after" or "when" or "as" or "while" or "if" or "although" or "though" or "before" or "since" or "because" or "asked") return null;
        int nouns = 0;
        for (int at = 0; at < tokens.Length - 3 && at <= OpeningMax; at++)
        {
            ref readonly Token token = ref tokens[at];
            if (token.Upos is Upos.Noun or Upos.Propn || token.Penn == "PRP") nouns++;
            if (token.Penn is "WDT" or "WP" or "TO" || token.Form is "“" or "\"") return null;
            // "Officials of the agency estimate that …": a cue in the plain form behind a plural looks like a noun.
            if (token.Penn == "NN" && nouns > 1 && tokens[at + 1].Form == "that" && cues.Contains(token.Lemma) && HasPlural(tokens, at)) return at;
            if (token.Upos is not (Upos.Verb or Upos.Aux)) continue;
            if (token.Upos == Upos.Aux) return null;
            if (nouns > 0 && IsCue(token) && (token.Penn != "VBN" || tokens[at - 1].Upos is Upos.Noun or Upos.Propn or Upos.Pron)) return at;
            // "Doctors associated with the opposition said": two finite verbs in a row are none.
            if (token is { Penn: "VBD" } && token.Form.EndsWith("ed", StringComparison.Ordinal) && nouns > 0 && tokens[at + 1].Upos == Upos.Adp && tokens[at - 1].Upos is Upos.Noun or Upos.Propn) continue;
            if (token.Penn is not ("VBN" or "VBG") || tokens[at].Form.Length < 3) return null;
        }
        return null;
    }

    /// <summary>Where the clause that is said begins, after a day, a listener, a setting and "that"; null when no clause follows.</summary>
    private int? ContentStart(Token[] tokens, int cue)
    {
        int start = words.Has(WordSet.TellsSomebody, tokens[cue].Lemma) ? PastHearer(tokens, cue + 1) : cue + 1;
        while (start < tokens.Length && start - cue <= SettingMax)
        {
            if (tokens[start] is { Lemma: "that", Upos: Upos.Sconj or Upos.Pron or Upos.Det }) { start++; break; }
            if (IsSetting(tokens, start) is not (> 0 and var length)) break;
            start += length;
        }
        if (start >= tokens.Length - 2) return null;
        for (int at = start; at < tokens.Length; at++)
        {
            if (tokens[at].Form is "," or ";" && at > start + 1 && tokens[start - 1].Lemma != "that") return null;
            if (tokens[at].Penn is "WDT" or "WP") return tokens[start - 1].Lemma == "that" ? start : null;
            if (tokens[at].Upos is Upos.Verb or Upos.Aux && tokens[at].Penn is "VBD" or "VBZ" or "VBP" or "MD") return at > start ? start : null;
            if (tokens[at].Penn == "TO") return null;
        }
        return null;
    }

    /// <summary>"told Reuters that", "told Reuters on Thursday that": behind who is told; <paramref name="start"/> where nobody stands before "that".</summary>
    private int PastHearer(Token[] tokens, int start)
    {
        int at = start;
        if (tokens[at].Upos == Upos.Det) at++;
        while (at < tokens.Length && at - start < HearerMax && tokens[at].Upos is Upos.Noun or Upos.Propn or Upos.Adj && !IsDay(tokens[at])) at++;
        if (at == start || at >= tokens.Length || tokens[at - 1].Upos == Upos.Adj) return start;
        if (tokens[at].Form == "that") return at;
        int days = IsSetting(tokens, at), past = at + days;
        bool day = days > 0 && (IsDay(tokens[past - 1]) || words.Has(WordSet.DayPart, tokens[past - 1].Lemma));
        return day && past < tokens.Length && tokens[past].Form == "that" ? at : start;
    }

    /// <summary>Tokens of one setting: "on Friday", "late Tuesday", "to AFP", "in a statement"; 0 when none begins here.</summary>
    private int IsSetting(Token[] tokens, int at)
    {
        int from = at;
        if (tokens[at].Lemma is "on" or "late" or "early" or "earlier" or "later" or "in" or "to" or "at" or "via" or "over" or "during" or "through") at++;
        if (at < tokens.Length && tokens[at].Lemma is "late" or "early" or "a" or "the" or "an" or "this" or "his" or "its") at++;
        if (at < tokens.Length && IsDay(tokens[at])) return at + 1 - from + (at + 1 < tokens.Length && words.Has(WordSet.DayPart, tokens[at + 1].Lemma) ? 1 : 0);
        if (at == from) return 0;
        while (at < tokens.Length && tokens[at].Upos is Upos.Adj && at - from < 4) at++;
        int nouns = at;
        while (at < tokens.Length && tokens[at].Upos is Upos.Noun or Upos.Propn && at - nouns < 3) at++;
        return at > nouns && tokens[from].Lemma is "to" or "in" or "at" or "via" or "on" or "during" && (at - nouns == 1 || tokens[from].Lemma != "on") ? at - from : 0;
    }

    private static bool HasPlural(Token[] tokens, int before)
    {
        for (int at = 0; at < before; at++) if (tokens[at].Penn is "NNS" or "NNPS" || tokens[at].Form is "media") return true;
        return false;
    }

    private bool IsDay(in Token token) => WeekdayRepair.IsDay(token) || words.Has(WordSet.NamedDay, token.Lemma);

    /// <summary>Hangs what is said on the cue as <c>ccomp</c>.</summary>
    private static Sentence? ComposeOpening(Sentence sentence, Sentence?[] parts, Cut cut)
    {
        Token[] tokens = sentence.Tokens;
        if (parts is not [{ } front, { } said]) return null;
        front = RootedAt(front, tokens[cut.Cue].Start);
        int at = Array.FindIndex(front.Tokens, token => token.Start == tokens[cut.Cue].Start);
        if (at < 0) return null;
        int shift = front.Tokens.Length;
        return new Sentence(sentence.Start, sentence.End,
            [.. front.Tokens.Select((token, i) => i != at ? token : token.Penn == "VBN" ? token with { Penn = "VBD" } : token.Upos == Upos.Noun ? token with { Penn = "VBP", Upos = Upos.Verb } : token), .. said.Tokens.Select(token => token.Head < 0 ? token with { Head = at, Relation = "ccomp" } : token with { Head = token.Head + shift })]);
    }

    private bool IsCue(in Token token) => token.Upos is Upos.Verb && token.Penn is "VBD" or "VBZ" or "VBN" or "VBP" && cues.Contains(token.Lemma);

    /// <summary>First token after the comma or closing quotation mark that opens the clause; null when this is no such clause.</summary>
    private static int? ClauseStart(Token[] tokens, int cue)
    {
        // ", said the commander …"
        if (IsBreak(tokens[cue - 1]) && tokens[cue].Lemma != "tell" && cue + 1 < tokens.Length && tokens[cue + 1].Upos is Upos.Det or Upos.Propn or Upos.Noun or Upos.Pron or Upos.Adj) return HasVerb(tokens, 0, cue - 1) ? cue : null;
        int nouns = 0;
        int commas = 0;
        for (int at = cue - 1; at > 1 && cue - at <= SubjectMax; at--)
        {
            ref readonly Token token = ref tokens[at];
            if (IsBreak(token))
            {
                // ", Maria Ruiz, head of the agency, said": an apposition between two commas belongs to the subject.
                if (at == cue - 1 && token.Form == ",") { commas = 1; continue; }
                if (commas == 1 && token.Form == ",") { commas = 2; continue; }
                if (commas == 0 && nouns > 0 && NamedBefore(tokens, at) is > 1 and var opens && HasVerb(tokens, 0, opens)) return opens;
                return nouns > 0 && HasVerb(tokens, 0, at) ? at + 1 : null;
            }
            if (token.Upos is Upos.Noun or Upos.Propn || (token.Upos == Upos.Pron && token.Penn == "PRP")) nouns++;
            bool nominal = token.Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Adp or Upos.Num or Upos.Pron or Upos.Part or Upos.X or Upos.Cconj or Upos.Adv
                || token.Form is "-" or "–" or "(" or ")" or "." || (token.Upos == Upos.Verb && token.Penn is "VBN" or "VBG") || token.Form == "close" && tokens[at + 1].Form == "to";
            if (Describing(tokens, at, cue) is >= 0 and var described) { at = described + 1; continue; }
            if (!nominal || token.Penn is "WDT" or "WP" or "TO" || token.Penn == "IN" && token.Upos == Upos.Sconj) return null;
        }
        return null;
    }

    // "Maj.-Gen. Maria Ruiz"
    private static bool IsOfName(in Token token) => token.Upos == Upos.Propn || token.Form is "-" or ".";

    /// <summary>", Maria Ruiz, the head of the agency said", with the second comma left out: where the person's name begins; -1 where none stands there.</summary>
    private static int NamedBefore(Token[] tokens, int comma)
    {
        if (tokens[comma].Form != "," || tokens[comma + 1].Upos is not (Upos.Det or Upos.Noun)) return -1;
        int first = comma;
        while (first > 0 && IsOfName(tokens[first - 1])) first--;
        return comma - first >= 2 && first > 0 && IsBreak(tokens[first - 1]) && tokens[comma - 1].Name == NameKind.Person ? first : -1;
    }

    /// <summary>"an official who was not allowed to speak to the press said": the noun before "who", when all that stands from there to <paramref name="at"/> describes it; -1 otherwise.</summary>
    private static int Describing(Token[] tokens, int at, int cue)
    {
        int who = at, verbs = 0;
        for (; who > 1 && cue - who <= SubjectMax && tokens[who].Penn is not "WP"; who--)
        {
            if (IsBreak(tokens[who]) || tokens[who].Penn is "WDT" or "WRB") return -1;
            if (tokens[who].Penn is "VBD" or "VBZ" or "VBP" or "MD") verbs++;
        }
        return verbs == 1 && who > 1 && tokens[who] is { Penn: "WP", Lemma: "who" } && tokens[who - 1].Upos is Upos.Noun or Upos.Propn ? who - 1 : -1;
    }

    // Nothing that the source says may stand after the cue, but for "adding that …" and the like.
    private static bool IsTail(Token[] tokens, int cue)
    {
        int length = 0;
        for (int at = cue + 1; at < tokens.Length; at++)
        {
            if (tokens[at].Form is "," && at + 1 < tokens.Length && tokens[at + 1].Penn == "VBG") return true;
            if (tokens[at].Penn is "VBD" or "VBZ" or "VBP" or "MD" && tokens[at].Upos is Upos.Verb or Upos.Aux)
            {
                // A relative clause about the source is no content: "said X, who leads the party".
                bool relative = at > cue + 1 && tokens[at - 1].Penn is "WDT" or "WP";
                if (!relative) return false;
            }
            if (++length > TailMax && tokens[cue + 1].Upos is not (Upos.Det or Upos.Propn or Upos.Noun)) return false;
        }
        return true;
    }

    // ", officials said on Friday, while survivors waited": the clause ends at its comma, and the sentence goes on.
    private static int ClauseEnd(Token[] tokens, int cue)
    {
        for (int at = cue + 1; at < tokens.Length && at - cue <= TailMax; at++)
        {
            if (tokens[at].Form is "," or ";" or "—" or "–") return tokens[at - 1].Upos is Upos.Verb or Upos.Noun or Upos.Propn or Upos.Num or Upos.Adv ? at : -1;
            if (tokens[at].Upos is Upos.Verb or Upos.Aux or Upos.Sconj || tokens[at].Penn is "TO" or "WDT" or "WP" or "PRP") return -1;
        }
        return -1;
    }

    private static bool IsBreak(in Token token) => token.Form is "," or "”" or "\"" or "''" or "—" or "–" or "--" or "»";

    private static bool HasVerb(Token[] tokens, int from, int to)
    {
        for (int at = from; at < to; at++) if (tokens[at].Upos is Upos.Verb or Upos.Aux) return true;
        return false;
    }

    /// <summary>The clause with its cue as the root; what the parser took for the root is then the cue's subject.</summary>
    private static Sentence RootedAt(Sentence clause, int cueStart)
    {
        int cue = Array.FindIndex(clause.Tokens, token => token.Start == cueStart), root = Array.FindIndex(clause.Tokens, token => token.Head < 0);
        if (cue < 0) return clause;
        Token[] tokens = (Token[])clause.Tokens.Clone();
        if (cue != root)
        {
            tokens[cue] = tokens[cue] with { Head = -1, Relation = "root" };
            tokens[root] = tokens[root] with { Head = cue, Relation = tokens[root].Upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.X ? "nsubj" : "parataxis" };
        }
        Describe(tokens, cue);
        Introduce(tokens, cue);
        Informed(tokens, cue);
        // A reporting clause has a subject; when the parser found none it is the first noun that hangs on the cue.
        if (!tokens.Any(token => token.Head == cue && token.Relation.StartsWith("nsubj", StringComparison.Ordinal)))
        {
            bool inverted = cue == 0;
            int subject = Array.FindIndex(tokens, inverted ? 1 : 0, inverted ? tokens.Length - 1 : cue, token => token.Head == cue && token.Upos is Upos.Noun or Upos.Propn or Upos.Pron && token.Relation is not "obl" and not "obl:unmarked");
            if (subject < 0 && !inverted) subject = Array.FindIndex(tokens, 0, cue, token => token.Upos is Upos.Noun or Upos.Propn or Upos.Pron);
            if (subject >= 0) tokens[subject] = tokens[subject] with { Head = cue, Relation = "nsubj" };
        }
        return new Sentence(clause.Start, clause.End, tokens);
    }

    /// <summary>"The agency informed reporters": the reporters are told, and do not tell.</summary>
    private static void Informed(Token[] tokens, int cue)
    {
        int told = Array.FindIndex(tokens, cue + 1, token => token.Head == cue && token.Relation == "nsubj");
        int teller = told < 0 || cue == 0 ? -1 : Array.FindLastIndex(tokens, cue - 1, token => token.Head == told && token.Upos is Upos.Noun or Upos.Propn);
        if (teller < 0 || Array.FindIndex(tokens, 0, cue, token => token.Head == cue && token.Relation.StartsWith("nsubj", StringComparison.Ordinal)) >= 0) return;
        for (int at = 0; at < cue; at++) if (tokens[at].Head == told && at != teller) tokens[at] = tokens[at] with { Head = teller };
        tokens[told] = tokens[told] with { Relation = "iobj" };
        tokens[teller] = tokens[teller] with { Head = cue, Relation = "nsubj" };
    }

    /// <summary>"Maria Ruiz, the head of the agency said": she does, and what stands behind the comma is what she is.</summary>
    private static void Introduce(Token[] tokens, int cue)
    {
        int comma = Array.FindIndex(tokens, token => token.Form == ",");
        if (comma < 2 || comma > cue - 2 || Array.FindIndex(tokens, comma + 1, cue - comma - 1, token => token.Form == ",") >= 0) return;
        int name = comma - 1, office = Array.FindIndex(tokens, comma + 1, cue - comma - 1, token => token.Head == cue && token.Relation.StartsWith("nsubj", StringComparison.Ordinal));
        if (name < 1 || tokens[name] is not { Upos: Upos.Propn, Name: NameKind.Person or NameKind.None } || Array.FindIndex(tokens, 0, comma, token => !IsOfName(token)) >= 0) return;
        for (int at = 0; at < name; at++) tokens[at] = tokens[at] with { Head = name, Relation = "compound" };
        tokens[name] = tokens[name] with { Head = cue, Relation = "nsubj" };
        if (office < 0) office = Array.FindLastIndex(tokens, cue - 1, cue - comma - 1, token => token.Head == name && token.Upos is Upos.Noun or Upos.Propn);
        if (office >= 0) tokens[office] = tokens[office] with { Head = name, Relation = "appos" };
        tokens[comma] = tokens[comma] with { Head = office >= 0 ? office : cue, Relation = "punct" };
        for (int at = cue + 1; at < tokens.Length; at++) if (tokens[at].Head == name) tokens[at] = tokens[at] with { Head = cue };
    }

    /// <summary>"Doctors associated with the opposition said", "a committee close to the protesters said", "a channel run by the group said": what the parser made a verb of the source only describes it.</summary>
    private static void Describe(Token[] tokens, int cue)
    {
        for (int at = 1; at + 2 < cue; at++)
        {
            bool close = tokens[at].Form == "close" && tokens[at + 1].Form == "to", participle = tokens[at] is { Upos: Upos.Verb, Penn: "VBD" } && tokens[at].Form.EndsWith("ed", StringComparison.Ordinal) && tokens[at + 1].Upos == Upos.Adp || tokens[at].Form == "run" && tokens[at + 1].Form == "by";
            int noun = at - 1;
            if (!(close || participle) || tokens[noun].Upos is not (Upos.Noun or Upos.Propn)) continue;
            for (int child = 0; child < tokens.Length; child++)
            {
                if (child == noun || child == at || child == cue || tokens[child].Head != cue && tokens[child].Head != at && tokens[child].Head != noun) continue;
                if (child < noun && tokens[child].Relation.StartsWith("nsubj", StringComparison.Ordinal)) tokens[child] = tokens[child] with { Head = noun, Relation = "compound" };
                else if (child > at && child < cue && (tokens[child].Head != noun || tokens[child].Relation is not "compound")) tokens[child] = tokens[child] with { Head = at, Relation = tokens[child].Upos is Upos.Noun or Upos.Propn ? "obl" : tokens[child].Relation };
                else if (child > cue) tokens[child] = tokens[child] with { Head = cue };
                else if (child < noun && tokens[child].Head == at) tokens[child] = tokens[child] with { Head = noun };
            }
            tokens[at] = close ? tokens[at] with { Head = noun, Relation = "amod", Upos = Upos.Adj, Penn = "JJ" } : tokens[at] with { Head = noun, Relation = "acl", Upos = Upos.Verb, Penn = "VBN" };
            tokens[noun] = tokens[noun] with { Head = cue, Relation = "nsubj" };
            return;
        }
    }

    /// <summary>Hangs the clause, and what follows it, on the root of what stands before it.</summary>
    private static Sentence? Compose(Sentence sentence, Sentence?[] parts, Cut cut)
    {
        Token[] tokens = sentence.Tokens;
        var composed = new List<Token>(tokens.Length + 2);
        int root = -1;
        (int First, int Past)[] stretches = cut.Stretches(tokens.Length);
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not { } part) return null;
            int first = stretches[i].First, shift = composed.Count;
            bool clause = first == cut.Start && first > 0;
            if (clause) part = RootedAt(part, tokens[cut.Cue].Start);
            foreach (Token token in part.Tokens)
            {
                composed.Add(token.Head >= 0 ? token with { Head = token.Head + shift } : root < 0 ? token : token with { Head = root, Relation = first == cut.Start ? "parataxis" : "advcl" });
            }
            if (root < 0) root = composed.FindIndex(token => token.Head < 0);
        }
        return new Sentence(composed[0].Start, composed[^1].End, [.. composed]);
    }
}
