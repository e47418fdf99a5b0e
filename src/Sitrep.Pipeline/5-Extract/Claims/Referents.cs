using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>Who a pronoun may go back to.</summary>
/// <param name="Subject">Force or body that the last sentence was about.</param>
/// <param name="Person">Person named last, this sentence included.</param>
/// <param name="Earlier">Person named last before this sentence.</param>
/// <param name="Spoken">Fighters who did something in the sentence before, as somebody quoted there told; null: it is another's, or he told of none.</param>
/// <param name="Fighters">Force or armed group that a sentence was about last.</param>
/// <param name="Sides">Who were told of last as the two parties to something.</param>
/// <param name="OnlySpoke">The last sentence's subject said something or took a stand, and did nothing.</param>
internal sealed record Referents(ActorMention? Subject, ActorMention? Person, ActorMention? Earlier, SpokenOf? Spoken, ActorMention? Fighters, (ActorMention First, ActorMention Second)? Sides, bool OnlySpoke)
{
    /// <summary>"He accused the followers of X": nobody who is named only behind the pronoun.</summary>
    public ActorMention? PersonFor(ActorMention pronoun) => Person is { } person && person.Span.Start < pronoun.Span.Start ? person : Earlier;

    /// <summary>The fate with the person whom its pronoun stands for; null when that cannot be known.</summary>
    public FateReading? Known(FateReading fate)
    {
        ActorMention? person = fate.Person.Form == ActorForm.Pronoun ? PersonFor(fate.Person) : fate.Person;
        return person is null ? null : fate with { Person = person };
    }
}

/// <summary>Whom somebody quoted speaks of: "they" in his next sentence.</summary>
internal sealed record SpokenOf(ActorMention Speaker, ActorMention Doers);
