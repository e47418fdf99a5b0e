using Sitrep.Model.Text;
using Sitrep.Model.World;

namespace Sitrep.Model.Record;

/// <summary>How an actor is named.</summary>
public enum ActorForm
{
    /// <summary>A proper name: "Hamas", "Wangari Maathai".</summary>
    Name,
    /// <summary>A nationality or country with a common noun: "Ethiopian troops", "Haitian officials".</summary>
    National,
    /// <summary>A common noun: "the army", "the militants", "a war monitor".</summary>
    Common,
    /// <summary>A pronoun.</summary>
    Pronoun,
}

/// <summary>Words that name an actor, before it is known which one.</summary>
/// <param name="Span">In the clean text of the report.</param>
/// <param name="Words">The words at <paramref name="Span"/>, white space folded.</param>
/// <param name="Name">The proper name inside the words, without titles and descriptions; null for other forms.</param>
/// <param name="Noun">Lemma of the noun that says what it is ("army", "official", "commander"); null when there is none.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code of the nationality inside the words; null when there is none.</param>
/// <param name="Kind">What the words say it is; <see cref="ActorKind.Other"/> when they do not.</param>
public sealed record ActorMention(TextSpan Span, string Words, ActorForm Form, string? Name, string? Noun, string? Country, ActorKind Kind)
{
    /// <summary>Words of the body that a person or an office belongs to ("army" in "army spokesman", "the alliance" in
    /// "a commander in the alliance"); null when none is named.</summary>
    public string? Body { get; init; }
}

/// <summary>How a place is named.</summary>
public enum PlaceForm
{
    /// <summary>A toponym.</summary>
    Name,
    /// <summary>A common noun for a place met before or after: "the town".</summary>
    Common,
    /// <summary>A people's name, or a place's, that says whose something is: "Kenyan troops".</summary>
    Modifier,
    /// <summary>A toponym inside the name of something else: "Nairobi" in "the Nairobi Post".</summary>
    Within,
}

/// <summary>Words that name a place, before it is known which one.</summary>
/// <param name="Words">For a name, the toponym alone; for a common noun, the noun's lemma.</param>
/// <param name="Near">True for "near X", "outside X", "30 km south of X".</param>
public sealed record PlaceMention(TextSpan Span, string Words, PlaceForm Form, bool Near)
{
    /// <summary>What the text says around a toponym: a noun of class ("province", "town") or the place it lies in ("Congo" in "Goma, Congo"); null for none.</summary>
    public string? Hint { get; init; }

    /// <summary>True for "55 km north of X", "came from X", "X and Y": a later "the town" goes back to it only where nothing else fits.</summary>
    public bool Beside { get; init; }

    /// <summary>True when the event's own sentence names no place and this one was told of the same event, or of what it is a part of, before.</summary>
    public bool Carried { get; init; }
}

/// <summary>Words that name a time.</summary>
/// <param name="Span">In the clean text of the report.</param>
/// <param name="Value">TIMEX3 value, underspecified where the words are: <c>2017-11-09</c>, <c>2017-07</c>, <c>XXXX-11-09</c>,
/// <c>XXXX-07</c>, <c>XXXX-WXX-4</c> (Thursday), <c>XXXX-WXX-WE</c>; relative ones as <c>UNDEF-last-day</c>, <c>UNDEF-this-week</c>,
/// <c>UNDEF-last-weekend</c>, <c>UNDEF-REF-day-MINUS-3</c> (HeidelTime's notation, Strötgen and Gertz 2010); durations as
/// <c>P3M</c>. A range is <c>start/end</c>.</param>
/// <param name="Words">The words at <paramref name="Span"/>.</param>
public sealed record DateMention(TextSpan Span, string Words, string Value)
{
    /// <summary>Days to add to what <see cref="Value"/> names: "took it on Tuesday, two days after X fell" dates the fall by Tuesday and -2.</summary>
    public int Shift { get; init; }
}

/// <summary>What a number is qualified by.</summary>
public enum Qualifier
{
    /// <summary>A plain number.</summary>
    Exact,
    /// <summary>"about", "some", "an estimated".</summary>
    About,
    /// <summary>"at least", "more than".</summary>
    AtLeast,
    /// <summary>"at most", "up to", "fewer than".</summary>
    AtMost,
    /// <summary>"between 2,500 and 3,500", "10 to 12".</summary>
    Between,
    /// <summary>"several", "a number of".</summary>
    Several,
    /// <summary>"dozens", "scores".</summary>
    Dozens,
    /// <summary>"hundreds".</summary>
    Hundreds,
    /// <summary>"thousands".</summary>
    Thousands,
    /// <summary>"tens of thousands" and more.</summary>
    TensOfThousands,
}

/// <summary>Words that name a quantity.</summary>
/// <param name="Span">Number and qualifier, without the thing counted.</param>
/// <param name="Low">Smallest count the words allow; null when open.</param>
/// <param name="Best">The count itself when the words give one; null for ranges and vague words.</param>
/// <param name="High">Largest count the words allow; null when open.</param>
public sealed record QuantityMention(TextSpan Span, string Words, long? Low, long? Best, long? High, Qualifier Qualifier);

/// <summary>Kinds of source, for weighing and for filters.</summary>
public enum SourceKind
{
    /// <summary>A person by name.</summary>
    NamedPerson,
    /// <summary>A person by office, on the record: "the health minister".</summary>
    OfficeHolder,
    /// <summary>A body: an army, an agency, a monitor.</summary>
    Institution,
    /// <summary>An outlet that speaks for a party: state television, a group's media arm.</summary>
    PartyMedia,
    /// <summary>Somebody in a body who is not named: "a commander", "officials".</summary>
    UnnamedOfficial,
    /// <summary>Somebody who was there.</summary>
    Eyewitness,
    /// <summary>A paper, a recording, an image.</summary>
    Document,
    /// <summary>A journalist quoted by the report.</summary>
    Reporter,
    /// <summary>The report itself says it.</summary>
    Narration,
}

/// <summary>Whose word a claim is.</summary>
/// <param name="Source">Null for narration, and for passives that hide who said it.</param>
/// <param name="Via">Hands it passed through, nearest to the source first; null when none.</param>
/// <param name="Cue">The word that marks the attribution ("said", "according to"); null for narration.</param>
/// <param name="Quoted">True when the claim's words stand in quotation marks.</param>
/// <param name="SaidOn">When it was said, if the report says; null otherwise.</param>
public sealed record Attribution(ActorMention? Source, SourceKind Kind, ActorMention? Via, string? Cue, bool Quoted, DateMention? SaidOn)
{
    /// <summary>The report's own word.</summary>
    public static Attribution Narration { get; } = new(null, SourceKind.Narration, null, null, false, null);
}
