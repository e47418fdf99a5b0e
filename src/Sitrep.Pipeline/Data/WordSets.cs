using System.Collections.Frozen;

namespace Sitrep.Pipeline.Data;

/// <summary>The sets of <c>data/word-sets.tsv</c>: what a word means to the one rule that asks for it. What each is for stands there, beside its words.</summary>
public enum WordSet
{
    PastForm, NounOrPast, GoesThrough, NamedDay, WhichTime, DayPart, TwoObjects, Intransitive, WithoutObject, WrittenApart, Vehicle, BefallsVehicle, BefallsPlace,
    Outburst, Runaway, Disabled, FloodFigure, FloodMatter, Sensed, Search, MetThing, FrontOwner, Goods, ClearedThing, Volcanic, AccidentMatter, BlastCause, Blast, BlastVerb, Mishap, ByAccident, OfAttack, RulesOut, Carries, Stores, Poll, DisasterMeasure, Kit, CountedPart,
    SpeaksOf, MakesHappen, MakesDo, AsksOf, Attempted, Endeavour, Attempt, AttemptObject, TakesPlace, GoesOn, Habit, Habitual, Brief, Hinders, Press,
    DoneToFighters, DoneByHelpers, DoneToBodies, Units, Conflict, Aftermath, LongAffair, SpeakingPlace, TakesStand, TakesTown, OwnBand, Affiliate, Road, CountChange, Compared, Dwellers, HandsOver, CountRise, CountLink, Abroad, SpanUnit, LookBack, Disease,
    SomeOf, Theirs, OfThem, InAddition, TendsHarmed, Where, Neighbouring, OtherMoment, SetsOut, CountNoun, RunningCount, TollOfDead, TollOfInjured, TheHarmed, Passes, Revises, AtFirst,
    CivilGroup, Vessel, VesselTitle, RulerTitle, TownOffice, OfficeManner, MemberNoun, CrewNoun, FightersThing, NamedSite, AidBody, StateForce, Officer, LeadingVerb, Rank, SingleFighter, OfGovernment, Perpetrator, StateBody, ApartPower, SelfSaid, OfState,
    DivisionWord, DistrictWord, QuarterWord, Direction, PlaceTitle, DisasterVerb, AnotherDisaster, Dread, GroupNoun, Building, Charges, Mutual, ChargeNoun, Stations, ArmedPart, Edge, Fault, FallsDown, Happening, Withholds, MeantFor, Former, TellsOf, Continent, Results, LeftBehind, FlightEnds, Asked,
    Weekday, CalendarUnit, TimeUnit, DistanceUnit, RoundNumber, BehindHour,
    Lets, TellsSomebody, ViolentDoing, Bordering, TakenAs, OfficeOf, HowMuchOf, OfSpeaker, TakesSides, GoesUp, LeftSo,
    Plume, Series, Clears, Harms, Stays, LongFighting, AnotherEvent, Incident,
    KeptFrom, Handful, Proclaims, Taking, MeantTo, AboutToSay, ToldToHave, Cautions, Formerly, KeepsDay, WarAim, Supposed,
    Says, Denies, Answers, Newest, Perhaps, SentenceAdverb, Seems, Certain, Unknown, Conflicting, Version, IsSo, PieceOf, SpreadsClaim,
    ReportedHarm, Anybody, Includes, Corpse, Finds, LeadsIn, EndsIllness, PutsAt, JustPast, CountMark, Stricken, TollOfMissing, TollOfDisplaced, Outbreak,
    ArmedGroup, Loyal, ShotDead, ForceName, StateArm, GovernmentWord, ForceItself, StateTroops, AllianceWord, Warplane, MilitiaWord, OfAnyGroup, OfficerRank, HeadWord, SpeaksForSelf, NotRuling, PastOffice, TellsNobodyApart, NameArticle, NameParticle, NameLink, Unlettered,
    Compass, TownWord, BelowCity, SettlementWord, ProvinceWord, LandWord, OpensPlace, ComesFrom, NamedStorm,
}

/// <summary>Words by the set they are in. A set is asked for by name in code and filled in <c>data/word-sets.tsv</c>, so that a rule sees a new word without a change of code.</summary>
public sealed class WordSets
{
    private readonly FrozenSet<string>[] _sets;

    private WordSets(FrozenSet<string>[] sets) => _sets = sets;

    /// <exception cref="InvalidDataException">A set of the file is asked for by no rule, stands there twice, or is missing.</exception>
    public static WordSets Load(DataFolder data)
    {
        var sets = new FrozenSet<string>[Enum.GetValues<WordSet>().Length];
        foreach (string[] row in data.Rows("word-sets.tsv", "set", "words", "read"))
        {
            if (!Enum.TryParse(row[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out WordSet set)) throw new InvalidDataException($"word-sets.tsv: no rule asks for the set '{row[0]}'.");
            if (sets[(int)set] is not null) throw new InvalidDataException($"word-sets.tsv: the set '{row[0]}' stands there twice.");
            sets[(int)set] = row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        }
        int missing = Array.IndexOf(sets, null);
        return missing < 0 ? new WordSets(sets) : throw new InvalidDataException($"word-sets.tsv: the set of {(WordSet)missing} is missing.");
    }

    /// <param name="word">As the set has it: a lemma in small letters unless the file says otherwise.</param>
    public bool Has(WordSet set, string word) => _sets[(int)set].Contains(word);
}
