using Sitrep.Language.Tokens;

namespace Sitrep.Language.Words;

/// <summary>Features that only the tree gives: agreement of finite verbs, passive participles, imperatives, gerunds, case of "it" and "you", relative pronouns.</summary>
/// <remarks>One pass over the words, each looking at its neighbours in the tree; linear but for chains of conjuncts, which are followed <see cref="Reach"/> steps.</remarks>
public static class ClauseFeatures
{
    private const int Reach = 8;

    /// <summary>Completes the features of a sentence.</summary>
    /// <param name="tokens">The sentence with its tree.</param>
    /// <param name="features">Per token, from <see cref="Morphology.Of"/>; overwritten.</param>
    public static void Settle(ReadOnlySpan<Token> tokens, Span<Morphology> features)
    {
        var clauses = new Clause[tokens.Length];
        for (int i = 0; i < tokens.Length; i++) clauses[i] = new Clause { Subject = -1, OuterSubject = -1 };
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            if (token.Head < 0) continue;
            ref Clause clause = ref clauses[token.Head];
            switch (token.Relation)
            {
                case "nsubj" or "csubj": clause.Subject = i; break;
                case "nsubj:pass" or "csubj:pass": (clause.Subject, clause.Passive) = (i, true); break;
                case "nsubj:outer" or "csubj:outer": clause.OuterSubject = i; break;
                case "aux:pass": clause.Passive = true; break;
                case "aux": (clause.Auxiliary, clause.Modal) = (true, clause.Modal || token.Penn == "MD" || (token.Lemma == "do" && token.Penn != "VB")); break;
                case "mark": (clause.Infinitive, clause.That) = (clause.Infinitive || token.Penn == "TO", clause.That || token.Lemma == "that"); break;
                case "conj": clause.Conjunct = true; break;
                case "acl:relcl": clause.Relative = true; break;
                case "fixed": clause.Fixed = true; break;
            }
        }
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Upos is Upos.Pron or Upos.Det or Upos.Adv) features[i] = OfPronoun(tokens, clauses, i, features[i]);
        }
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Upos is Upos.Verb or Upos.Aux) features[i] = OfVerb(tokens, clauses, features, i);
        }
    }

    private static Morphology OfPronoun(ReadOnlySpan<Token> tokens, Clause[] clauses, int at, Morphology own)
    {
        Token token = tokens[at];
        bool subject = token.Relation.StartsWith("nsubj", StringComparison.Ordinal) || token.Relation == "expl";
        return token.Penn switch
        {
            "PRP" when own.Reflex && token.Relation is not ("obj" or "iobj" or "obl" or "nmod" or "xcomp" or "conj" or "root") => own with { PronType = PronType.Emp },
            "PRP" when own.Case == Case.Nom && !subject && token.Lemma is "it" or "you" => own with { Case = Case.Acc },
            "WDT" when token.Upos == Upos.Det => own,
            "WDT" or "WP" or "WRB" => own with { PronType = clauses[at].Relative || InRelativeClause(tokens, at) ? PronType.Rel : own.PronType },
            "DT" when clauses[at].Fixed && own.PronType == PronType.Tot => own with { PronType = PronType.Rcp },
            _ => own,
        };
    }

    /// <summary>True for a word at the front of a relative clause: its phrase hangs on the verb of one.</summary>
    private static bool InRelativeClause(ReadOnlySpan<Token> tokens, int at)
    {
        for (int steps = 0, head = tokens[at].Head; head >= 0 && steps < Reach; steps++, head = tokens[head].Head)
        {
            string relation = tokens[head].Relation;
            if (relation == "acl:relcl") return at < head || steps == 0;
            if (relation is "ccomp" or "advcl" or "root" or "parataxis" or "csubj" or "acl" || (relation == "xcomp" && tokens[at].Relation is "advmod" or "mark")) return false;
        }
        return false;
    }

    private static Morphology OfVerb(ReadOnlySpan<Token> tokens, Clause[] clauses, ReadOnlySpan<Morphology> features, int at)
    {
        Token token = tokens[at];
        bool helps = token.Upos == Upos.Aux && token.Head >= 0 && token.Relation is "aux" or "aux:pass" or "cop";
        int clause = helps ? token.Head : at;
        Morphology own = features[at];
        switch (token.Penn)
        {
            case "VBD" or "VBP":
                return Agreeing(tokens, clauses, features, at, clause, own);
            case "VB":
                return OfPlainForm(tokens, clauses, features, at, clause, helps, own);
            case "VBG" when token.Upos == Upos.Verb:
                return IsGerund(tokens, clauses, at) ? own with { Tense = Tense.None, VerbForm = VerbForm.Ger } : own;
            case "VBN" when token.Upos == Upos.Verb:
                return IsPassive(tokens, clauses, at) ? own with { Voice = Voice.Pass } : own;
            default:
                return own;
        }
    }

    private static Morphology Agreeing(ReadOnlySpan<Token> tokens, Clause[] clauses, ReadOnlySpan<Morphology> features, int at, int clause, Morphology own)
    {
        int subject = SubjectOf(tokens, clauses, clause, outer: tokens[at].Relation == "cop");
        // "Hope to see you": in notes the writer leaves out "I".
        if (subject < 0) return tokens[at].Penn == "VBP" && tokens[clause].Relation is "root" or "parataxis" ? own with { Number = Number.Sing, Person = Person.First } : own;
        // "who", "which", "that": the noun that the clause belongs to.
        for (int steps = 0; steps < Reach && features[subject].PronType == PronType.Rel && tokens[subject].Penn is "WDT" or "WP" && !clauses[subject].Relative; steps++)
        {
            int verb = clause;
            for (int up = 0; up < Reach && verb >= 0 && tokens[verb].Relation != "acl:relcl"; up++) verb = tokens[verb].Head;
            if (verb < 0 || tokens[verb].Head < 0 || tokens[verb].Head == subject) break;
            (subject, clause) = (tokens[verb].Head, tokens[verb].Head);
        }
        Morphology of = features[subject];
        Person person = of.Person is Person.None || clauses[subject].Conjunct ? Person.Third : of.Person;
        Number number = of.Number switch
        {
            _ when clauses[subject].Conjunct => Number.Plur,
            Number.Plur or Number.Ptan => Number.Plur,
            Number.Sing => Number.Sing,
            _ when tokens[subject].Upos == Upos.Num => tokens[subject].Lemma is "one" or "1" ? Number.Sing : Number.Plur,
            _ when of.Person == Person.Second => Number.Sing,
            _ => own.Number,
        };
        if (tokens[at].Penn == "VBP" && person == Person.Third) number = Number.Plur;
        string form = tokens[at].Form;
        if (person != Person.Second && form.Equals("were", StringComparison.OrdinalIgnoreCase) && person == Person.Third) number = Number.Plur;
        if (form.Equals("was", StringComparison.OrdinalIgnoreCase)) number = Number.Sing;
        return own with { Number = number, Person = person };
    }

    /// <summary>The subject of a clause, or of the clause that it is a conjunct of; -1 when there is none.</summary>
    private static int SubjectOf(ReadOnlySpan<Token> tokens, Clause[] clauses, int clause, bool outer)
    {
        for (int steps = 0; clause >= 0 && steps < Reach; steps++, clause = tokens[clause].Head)
        {
            if (outer && clauses[clause].OuterSubject >= 0) return clauses[clause].OuterSubject;
            if (clauses[clause].Subject >= 0) return clauses[clause].Subject;
            if (tokens[clause].Relation == "acl:relcl") return tokens[clause].Head;
            if (tokens[clause].Relation != "conj") return -1;
        }
        return -1;
    }

    /// <summary>Infinitive, imperative ("Leave now.") or subjunctive ("that he leave").</summary>
    private static Morphology OfPlainForm(ReadOnlySpan<Token> tokens, Clause[] clauses, ReadOnlySpan<Morphology> features, int at, int clause, bool helps, Morphology own)
    {
        var imperative = new Morphology { Mood = Mood.Imp, VerbForm = VerbForm.Fin };
        // "Do not leave": the auxiliary commands.
        if (helps && tokens[at].Lemma == "do") return clauses[clause].Subject < 0 ? imperative : own;
        for (int steps = 0; clause >= 0 && steps < Reach; steps++, clause = tokens[clause].Head)
        {
            Clause here = clauses[clause];
            if (here.Infinitive || here.Modal || (steps > 0 && features[clause].VerbForm is VerbForm.Fin or VerbForm.Part or VerbForm.Ger && features[clause].Mood != Mood.Imp && tokens[clause].Penn != "VB")) return own;
            if (here.Subject >= 0)
            {
                if (!here.That || here.Auxiliary) return own;
                Morphology of = features[here.Subject];
                return new() { Mood = Mood.Sub, Number = of.Number is Number.Plur or Number.Ptan ? Number.Plur : Number.Sing, Person = of.Person == Person.None ? Person.Third : of.Person, Tense = Tense.Pres, VerbForm = VerbForm.Fin };
            }
            switch (tokens[clause].Relation)
            {
                case "root" or "parataxis" or "ccomp" or "reparandum" or "discourse": return imperative;
                case "conj": continue;
                default: return own;
            }
        }
        return own;
    }

    private static bool IsGerund(ReadOnlySpan<Token> tokens, Clause[] clauses, int at)
    {
        for (int steps = 0; at >= 0 && steps < Reach; steps++, at = tokens[at].Head)
        {
            if (clauses[at].Auxiliary) return false;
            if (steps > 0 && tokens[at].Penn != "VBG") return false;
            if (tokens[at].Relation != "conj") return tokens[at].Relation is "acl" or "amod" or "csubj" or "csubj:pass" or "csubj:outer" or "ccomp" or "obj" or "xcomp" or "obl" or "nmod" or "compound";
        }
        return false;
    }

    private static bool IsPassive(ReadOnlySpan<Token> tokens, Clause[] clauses, int at)
    {
        for (int steps = 0; at >= 0 && steps < Reach; steps++, at = tokens[at].Head)
        {
            if (clauses[at].Passive) return true;
            if (clauses[at].Auxiliary) return false;
            if (steps > 0 && tokens[at].Penn != "VBN") return true;
            if (tokens[at].Relation != "conj") return true;
        }
        return true;
    }

    /// <summary>What depends on a word, as far as features ask.</summary>
    private struct Clause
    {
        public int Subject, OuterSubject;
        public bool Passive, Auxiliary, Modal, Infinitive, That, Conjunct, Relative, Fixed;
    }
}
