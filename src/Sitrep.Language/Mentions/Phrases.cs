using Sitrep.Language.Tokens;

namespace Sitrep.Language.Mentions;

/// <summary>The noun phrases of one sentence, read off its tree. Built and asked in time linear in the sentence.</summary>
internal sealed class Phrases
{
    /// <summary>How many "of" one phrase may go through: "the deputy head of the office of the mayor of the city".</summary>
    public const int OfMax = 4;

    private readonly Token[] _tokens;
    private readonly int[] _firstChild, _nextSibling, _previousSibling, _lastChild;
    private readonly int[] _low, _high;     // first and last token of each subtree
    private readonly int[] _nameOf;         // index of the token's name, -1 for none
    private readonly List<NamedSpan> _names;

    public Phrases(Token[] tokens, List<NamedSpan> names)
    {
        (_tokens, _names) = (tokens, names);
        int count = tokens.Length;
        (_firstChild, _nextSibling, _previousSibling, _lastChild) = (Filled(count), Filled(count), Filled(count), Filled(count));
        (_low, _high, _nameOf) = (new int[count], new int[count], Filled(count));
        for (int i = 0; i < names.Count; i++) _nameOf.AsSpan(names[i].First, names[i].End - names[i].First).Fill(i);
        int[] waiting = new int[count];
        for (int i = 0; i < count; i++)
        {
            (_low[i], _high[i]) = (i, i);
            int head = tokens[i].Head;
            if (head < 0 || head >= count || head == i) continue;
            waiting[head]++;
            _previousSibling[i] = _lastChild[head];
            if (_lastChild[head] < 0) _firstChild[head] = i;
            else _nextSibling[_lastChild[head]] = i;
            _lastChild[head] = i;
        }
        // From the leaves up; each token is passed once.
        for (int i = 0; i < count; i++)
        {
            for (int at = i; at >= 0 && at < count && waiting[at] == 0;)
            {
                waiting[at] = -1;
                int head = tokens[at].Head;
                if (head < 0 || head >= count || head == at) break;
                (_low[head], _high[head]) = (Math.Min(_low[head], _low[at]), Math.Max(_high[head], _high[at]));
                waiting[head]--;
                at = head;
            }
        }
    }

    /// <summary>The name that the token is part of.</summary>
    public NamedSpan? Name(int token) => token < _nameOf.Length && _nameOf[token] >= 0 ? _names[_nameOf[token]] : null;

    /// <summary>First word of the phrase: article, numbers after it, adjectives, nouns and possessors before the head, without prepositions.</summary>
    public int First(int head)
    {
        NamedSpan? name = Name(head);
        int first = name?.First ?? head;
        for (int child = _lastChild[head]; child >= 0; child = _previousSibling[child])
        {
            if (child >= first || (_tokens[child].Upos == Upos.Punct && _tokens[child].Form is "-" or "–")) continue;
            if (!IsPremodifier(child, head, name?.Kind == NameKind.Location) || !Touches(_high[child], first)) break;
            first = Math.Min(first, Name(_low[child])?.First ?? _low[child]);
        }
        return first;
    }

    /// <summary>Just past the head and what is one word with it.</summary>
    public int End(int head)
    {
        int end = Math.Max(head + 1, Name(head)?.End ?? 0);
        for (int child = _firstChild[head]; child >= 0; child = _nextSibling[child])
        {
            if (child == end && _tokens[child].Relation is "flat" or "flat:name" or "compound") end = _high[child] + 1;
        }
        return end;
    }

    /// <summary>Head of the phrase that follows with "of"; -1 for none.</summary>
    public int OfComplement(int head)
    {
        int end = End(head);
        for (int child = _firstChild[head]; child >= 0; child = _nextSibling[child])
        {
            if (child >= end && _low[child] == end && IsRelation(child, "nmod") && Case(child) == "of") return child;
        }
        return -1;
    }

    /// <summary>The one noun joined to the head with "and", without words of its own: "nurses and doctors"; -1 for none.</summary>
    public int Partner(int head)
    {
        int partner = -1;
        for (int child = _firstChild[head]; child >= 0; child = _nextSibling[child])
        {
            if (child < head || !IsRelation(child, "conj")) continue;
            if (partner >= 0) return -1;
            partner = child;
        }
        if (partner != head + 2 || _tokens[head + 1].Lemma != "and" || _low[partner] != head + 1) return -1;
        return _tokens[partner].Upos == Upos.Noun && Name(partner) is null ? partner : -1;
    }

    /// <summary>True for the head of a phrase; a part of another word, or a modifier of it, is none.</summary>
    public bool IsHead(int token) =>
        _tokens[token].Upos is Upos.Noun or Upos.Propn
        && !(IsRelation(token, "compound") || IsRelation(token, "flat") || _tokens[token].Relation is "fixed" or "goeswith" or "nmod:desc" or "amod" or "det");

    public bool IsRelation(int token, string relation)
    {
        string found = _tokens[token].Relation;
        return found.StartsWith(relation, StringComparison.Ordinal) && (found.Length == relation.Length || found[relation.Length] == ':');
    }

    /// <summary>The prepositions before the token's phrase, joined; null when it has none. "'s" is none.</summary>
    private string? Case(int token)
    {
        string? joined = null;
        for (int child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (!IsRelation(child, "case") || _tokens[child].Penn == "POS") continue;
            if (joined is not null) return joined + " …";
            joined = _tokens[child].Lemma.ToLowerInvariant();
        }
        return joined;
    }

    private bool IsPremodifier(int child, int head, bool ofPlaceName)
    {
        if (Case(child) is not null || _tokens[child].Penn is "WDT" or "WP" or "WP$") return false;
        return _tokens[child].Relation switch
        {
            "det" or "det:predet" => !Determiners.Distribute(_tokens[child].Form),
            "nummod" => HasDeterminerBefore(child, head),
            // "northern Mali" is a place, "a peaceful Mali" is a wish.
            "amod" or "compound" => !ofPlaceName || Determiners.Direct(_tokens[child].Form),
            "nmod:poss" or "flat" or "nmod:desc" or "nmod:unmarked" or "nmod" => !ofPlaceName,
            _ => _tokens[child].Penn == "JJ" && IsRelation(child, "advmod"),
        };
    }

    private bool HasDeterminerBefore(int number, int head)
    {
        int child = _firstChild[head];
        return child >= 0 && child < number && _tokens[child].Relation is "det" or "nmod:poss" or "det:predet";
    }

    /// <summary>True when nothing but marks lies between.</summary>
    private bool Touches(int last, int first)
    {
        for (int i = last + 1; i < first; i++) if (_tokens[i].Upos != Upos.Punct) return false;
        return true;
    }

    private static int[] Filled(int count)
    {
        int[] array = new int[count];
        Array.Fill(array, -1);
        return array;
    }
}
