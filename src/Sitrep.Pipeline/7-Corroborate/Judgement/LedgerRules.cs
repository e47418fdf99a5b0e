using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Corroborate.Judgement;

/// <summary>Every rule by which the ledger judges, in one place; docs/ledger.md explains them under the same codes.</summary>
public static class LedgerRules
{
#pragma warning disable CS1591 // each says its own words
    private static readonly ImmutableArray<RuleNote>.Builder Listed = ImmutableArray.CreateBuilder<RuleNote>();

    // Status of an event or a figure.
    public static RuleNote Independent { get; } = Rule("independent", "two or more claimants of different sides tell it, and nobody who stands by it denies it");
    public static RuleNote LoserGone { get; } = Rule("loser-gone", "one side tells of the taking, and a source of another side that those who held the place are gone");
    public static RuleNote OneClaimant { get; } = Rule("one-claimant", "one claimant tells it, through however many outlets");
    public static RuleNote OneSide { get; } = Rule("one-side", "several claimants tell it, and none is known to be independent of the others");
    public static RuleNote Disputed { get; } = Rule("disputed", "somebody tells it and somebody else denies it; both stand");
    public static RuleNote OnlyDenied { get; } = Rule("only-denied", "it is only known because it is denied");
    public static RuleNote OnlyDoubted { get; } = Rule("only-doubted", "nobody says that it is so, only that it may not be");
    public static RuleNote TakenBack { get; } = Rule("taken-back", "whoever told it took it back later");
    public static RuleNote DenialTakenBack { get; } = Rule("denial-taken-back", "only denied, and the denial was taken back");
    public static RuleNote PageWithdrawn { get; } = Rule("page-withdrawn", "every page that told it was withdrawn or corrected by its outlet");
    public static RuleNote Foretold { get; } = Rule("foretold", "expected, planned or threatened; nobody says that it happened");
    public static RuleNote AscriptionDenied { get; } = Rule("ascription-denied", "the body that the number is ascribed to denies having given it");
    public static RuleNote Differs { get; } = Rule("differs", "another source gives another number of the same thing for the same day; both stand");
    public static RuleNote Replaced { get; } = Rule("replaced", "a later number of the same count takes its place");

    // Whom a word serves.
    public static RuleNote OwnGain { get; } = Rule("own-gain", "the source tells of its own side's success");
    public static RuleNote EnemyLoss { get; } = Rule("enemy-loss", "the source tells of its enemy's loss");
    public static RuleNote Blame { get; } = Rule("blame", "the source blames its enemy for harm to civilians");
    public static RuleNote DeniesLoss { get; } = Rule("denies-loss", "the source denies its own loss or its enemy's success");
    public static RuleNote DeniesBlame { get; } = Rule("denies-blame", "the source denies what its side is blamed for");
    public static RuleNote AdmitsLoss { get; } = Rule("admits-loss", "the source admits a loss of its own side or a success of its enemy");
    public static RuleNote AdmitsHarm { get; } = Rule("admits-harm", "the source admits that its own side harmed civilians");
    public static RuleNote DeniesGain { get; } = Rule("denies-gain", "the source denies a success ascribed to its own side or a loss of its enemy");

    // Credibility of one item.
    public static RuleNote Confirmed { get; } = Rule("confirmed", "confirmed by other independent sources");
    public static RuleNote AgainstInterest { get; } = Rule("against-interest", "told by a party against its own interest, and by nobody independent of it");
    public static RuleNote ReliableSource { get; } = Rule("reliable-source", "told by one source of reliability A or B, and denied by nobody");
    public static RuleNote Unconfirmed { get; } = Rule("unconfirmed", "told by one source, and denied by nobody");
    public static RuleNote OwnInterestOnly { get; } = Rule("own-interest-only", "told only by the party that it serves");
    public static RuleNote Contradicted { get; } = Rule("contradicted", "denied by a source that is no party to it, and told only by the party that it serves");
    public static RuleNote NoneStands { get; } = Rule("none-stands", "only denied, or taken back by whoever told it");
    public static RuleNote BothStand { get; } = Rule("both-stand", "sources of different sides disagree; which is right cannot be judged here");
    public static RuleNote UnknownSource { get; } = Rule("unknown-source", "the source cannot be told, or nothing is known of it");
    public static RuleNote NotYet { get; } = Rule("not-yet", "it has not happened; there is nothing to judge");
    public static RuleNote Ruled { get; } = Rule("ruled", "set by an analyst's ruling");

    // Control of a place.
    public static RuleNote Agreed { get; } = Rule("agreed", "others than the holder's side say so, and nobody denies it");
    public static RuleNote Admitted { get; } = Rule("admitted", "the side that lost it says so itself");
    public static RuleNote OwnWord { get; } = Rule("own-word", "only the holder's own side and its allies say so");
    public static RuleNote DeniedThatDay { get; } = Rule("denied-that-day", "somebody denied it that day, or has denied it since and not been answered");
    public static RuleNote RivalTakings { get; } = Rule("rival-takings", "two enemies are each said to have taken it on the same days");
    public static RuleNote RivalWords { get; } = Rule("rival-words", "only the taker's side says that it was taken, and the other that it holds it");
    public static RuleNote PartTaken { get; } = Rule("part-taken", "a part of it was taken; the rest is not");
    public static RuleNote BothInside { get; } = Rule("both-inside", "forces of the side that is said to have lost it are said to be still inside");
    public static RuleNote HolderLeft { get; } = Rule("holder-left", "who held it left, and nobody is said to have come");
    public static RuleNote HeldBriefly { get; } = Rule("held-briefly", "it is told to have been taken or held for a short while only");
    public static RuleNote LostToUnnamed { get; } = Rule("lost-to-unnamed", "who held it lost it to somebody who is not named");

    // Fate of a person.
    public static RuleNote FateTold { get; } = Rule("fate-told", "everybody who speaks of it says the same");
    public static RuleNote FateDenied { get; } = Rule("fate-denied", "somebody says it and somebody else denies it; both stand");
    public static RuleNote FateDiffers { get; } = Rule("fate-differs", "sources say different things for the same day");
    public static RuleNote FateLast { get; } = Rule("fate-last", "told last, after something else had been said");
    public static RuleNote FateUnconfirmed { get; } = Rule("fate-unconfirmed", "reported, but nobody confirms it");
    public static RuleNote FateWithdrawn { get; } = Rule("fate-withdrawn", "every page that told it was withdrawn or corrected by its outlet");
    public static RuleNote DeathDenied { get; } = Rule("death-denied", "a death was only denied");
    public static RuleNote SeenAlive { get; } = Rule("seen-alive", "told of as alive after a death had been reported");

#pragma warning restore CS1591

    /// <summary>All of them, in the order of this page.</summary>
    public static ImmutableArray<RuleNote> All => Listed.ToImmutable();

    private static RuleNote Rule(string code, string words)
    {
        var rule = new RuleNote(code, words);
        Listed.Add(rule);
        return rule;
    }
}
