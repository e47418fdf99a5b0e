namespace Sitrep.Train;

/// <summary>Training sentences with a reporting clause at their end, in their middle or before them.</summary>
/// <remarks>
/// News ends every third sentence with "…, officials said on Friday"; the treebanks hold few. The clauses are cut from training sentences that open with
/// one ("Officials said on Friday that …") and hung on other sentences as <c>parataxis</c> of the root, where Universal Dependencies puts them.
/// </remarks>
internal sealed class ReportingVariants
{
    // One sentence in so many gets a clause.
    private const int Every = 4;

    private const int LongestClause = 14;

    private static readonly HashSet<string> Cues = new(StringComparer.Ordinal) { "say", "report", "announce", "add", "claim", "state", "confirm", "note", "warn", "tell", "declare", "acknowledge", "explain", "insist", "write" };

    /// <param name="Heads">Within the clause; -1 for the verb.</param>
    private sealed record Clause(string[] Forms, string[] Lemmas, string[] Tags, int[] Heads, string[] Relations, int Verb);

    private readonly List<Clause> _clauses;
    private readonly Random _random;

    public ReportingVariants(IEnumerable<TreebankSentence> sentences, int seed)
    {
        _random = new Random(seed);
        _clauses = [.. sentences.Select(Cut).OfType<Clause>()];
    }

    public int Clauses => _clauses.Count;

    /// <summary>The sentence with a clause; null when it is not its turn, or no plain statement.</summary>
    public TreebankSentence? Of(TreebankSentence sentence, int index)
    {
        if (index % Every != 3 || _clauses.Count == 0) return null;
        int count = sentence.Forms.Length, root = Array.IndexOf(sentence.Heads, -1);
        if (count is < 6 or > 40 || sentence.Forms[^1] != "." || sentence.Heads[^1] != root || sentence.Relations[^1] != "punct") return null;
        if (!sentence.Tags[root].StartsWith("VERB/VB", StringComparison.Ordinal) || Cues.Contains(sentence.Lemmas[root])) return null;
        if (!sentence.Heads.Index().Any(word => word.Item == root && sentence.Relations[word.Index].StartsWith("nsubj", StringComparison.Ordinal)) || sentence.Forms.Any(form => form is "\"" or "“" or "?" or ":")) return null;
        Clause clause = _clauses[_random.Next(_clauses.Count)];
        int middle = EndOfSubject(sentence, root);
        return _random.Next(4) == 0 && middle > 0 ? Insert(sentence, root, clause, middle, closed: true) : Insert(sentence, root, clause, count - 1, closed: false);
    }

    /// <summary>Just past the subject, where it opens the sentence and the verb group follows at once; 0 elsewhere.</summary>
    private static int EndOfSubject(TreebankSentence sentence, int root)
    {
        for (int i = 0; i < root; i++)
        {
            if (sentence.Heads[i] != root || !sentence.Relations[i].StartsWith("nsubj", StringComparison.Ordinal)) continue;
            int end = i + 1;
            while (end < root && Under(sentence, end, i)) end++;
            return Enumerable.Range(0, end).All(at => Under(sentence, at, i)) ? end : 0;
        }
        return 0;
    }

    private static bool Under(TreebankSentence sentence, int at, int head)
    {
        for (int steps = 0; at >= 0 && steps < 60; at = sentence.Heads[at], steps++)
        {
            if (at == head) return true;
        }
        return false;
    }

    private static TreebankSentence Insert(TreebankSentence sentence, int root, Clause clause, int at, bool closed)
    {
        int added = clause.Forms.Length + (closed ? 2 : 1), verb = at + 1 + clause.Verb;
        int Moved(int old) => old >= at ? old + added : old;
        var forms = new List<string>(sentence.Forms);
        var lemmas = new List<string>(sentence.Lemmas);
        var tags = new List<string>(sentence.Tags);
        var relations = new List<string>(sentence.Relations);
        List<int> heads = [.. sentence.Heads.Select(head => head < 0 ? head : Moved(head))];
        forms.InsertRange(at, [",", .. clause.Forms, .. closed ? [","] : Array.Empty<string>()]);
        lemmas.InsertRange(at, [",", .. clause.Lemmas, .. closed ? [","] : Array.Empty<string>()]);
        tags.InsertRange(at, ["PUNCT/,", .. clause.Tags, .. closed ? ["PUNCT/,"] : Array.Empty<string>()]);
        relations.InsertRange(at, ["punct", .. clause.Relations.Select((relation, i) => i == clause.Verb ? "parataxis" : relation), .. closed ? ["punct"] : Array.Empty<string>()]);
        heads.InsertRange(at, [verb, .. clause.Heads.Select(head => head < 0 ? Moved(root) : at + 1 + head), .. closed ? [verb] : Array.Empty<int>()]);
        string[] misc = new string[forms.Count];
        Array.Fill(misc, "_");
        return new TreebankSentence(sentence.Document, sentence.Genre, [.. forms], [.. lemmas], [.. tags], [.. heads], [.. relations], misc, [.. forms.Select(_ => true)]);
    }

    /// <summary>Subject, verb of saying, day and place of a sentence that opens with them and goes on with what was said.</summary>
    private static Clause? Cut(TreebankSentence sentence)
    {
        int root = Array.IndexOf(sentence.Heads, -1);
        if (root < 1 || !Cues.Contains(sentence.Lemmas[root]) || !sentence.Tags[root].EndsWith("VBD", StringComparison.Ordinal) && !sentence.Tags[root].EndsWith("VBZ", StringComparison.Ordinal)) return null;
        int content = Enumerable.Range(0, sentence.Forms.Length).FirstOrDefault(i => sentence.Heads[i] == root && sentence.Relations[i] == "ccomp", -1);
        if (content < root) return null;
        List<int> words = [.. Enumerable.Range(0, sentence.Forms.Length).Where(i => !Under(sentence, i, content) && sentence.Relations[i] != "punct")];
        int first = words[0], last = words[^1];
        bool whole = last - first == words.Count - 1 && words.Count is > 1 and <= LongestClause && first <= root && root <= last;
        if (!whole || words.Any(i => sentence.Relations[i] is "cc" or "conj" or "mark" or "parataxis" or "discourse" or "advcl" && sentence.Heads[i] == root)) return null;
        bool subject = words.Any(i => sentence.Heads[i] == root && sentence.Relations[i] == "nsubj");
        if (!subject) return null;
        bool lower = !sentence.Tags[first].StartsWith("PROPN", StringComparison.Ordinal) && sentence.Forms[first] != "I";
        return new Clause(
            [.. words.Select(i => i == first && lower ? char.ToLowerInvariant(sentence.Forms[i][0]) + sentence.Forms[i][1..] : sentence.Forms[i])],
            [.. words.Select(i => sentence.Lemmas[i])], [.. words.Select(i => sentence.Tags[i])],
            [.. words.Select(i => i == root ? -1 : sentence.Heads[i] - first)], [.. words.Select(i => sentence.Relations[i])], root - first);
    }
}
