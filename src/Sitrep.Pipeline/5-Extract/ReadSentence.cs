using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract;

/// <summary>One sentence with what the finders found in it; made once, then shared by all that read it.</summary>
public sealed class ReadSentence
{
    private readonly int[] _runOf;

    public ReadSentence(string text, Sentence sentence, ReadingLexicon lexicon, DateFinder dates, QuantityFinder quantities)
    {
        Tree = new Tree(text, sentence);
        ScannedDates scanned = dates.Scan(text, sentence);
        Dates = [.. DateFinder.Find(scanned).Where(date => date.Places)];
        Quantities = quantities.Find(sentence, scanned);
        Names = NameFinder.Find(Tree, Dates, Quantities, lexicon);
        _runOf = new int[sentence.Tokens.Length];
        Array.Fill(_runOf, -1);
        for (int run = 0; run < Names.Length; run++)
        {
            for (int token = Names[run].First; token <= Names[run].Last; token++) _runOf[token] = run;
        }
    }

    /// <summary>The same names with kinds settled over the whole report; called once, before anything reads on.</summary>
    internal void Settle(ImmutableArray<NameRun> names) => Names = names;

    public Tree Tree { get; }

    /// <summary>Times and lengths; words that place nothing ("now", "every Friday") are left out.</summary>
    public ImmutableArray<FoundDate> Dates { get; }
    public ImmutableArray<FoundQuantity> Quantities { get; }
    public ImmutableArray<NameRun> Names { get; private set; }

    /// <summary>True where the report tells that what blew up in it was an accident.</summary>
    internal bool InAccident { get; set; }

    /// <summary>The name that the token is part of; null when none.</summary>
    public NameRun? NameAt(int token) => _runOf[token] < 0 ? null : Names[_runOf[token]];

    /// <summary>The date expression that the token is part of; null when none.</summary>
    public FoundDate? DateAt(int token)
    {
        foreach (FoundDate date in Dates) if (date.First <= token && token <= date.Last) return date;
        return null;
    }
}
