using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Who spoke last in this report: what "he added" and "it said" go back to.</summary>
public sealed class SpeakerMemory(WordSets words)
{
    private ActorMention? _person;
    private ActorMention? _one;       // the last that was one person: whom "she" may mean
    private ActorMention? _body;
    private ActorMention? _spoken;    // the person who spoke last, whoever came in since
    private ActorMention? _latest;    // who spoke last
    private ActorMention? _several;   // who spoke last, when it was several without a name
    private ActorMention? _lastBody;  // the body that spoke, when nobody has since
    private readonly Dictionary<string, ActorMention> _offices = new(StringComparer.Ordinal);   // who spoke as "spokesman", "governor"
    private readonly Dictionary<string, ActorMention> _bodies = new(StringComparer.Ordinal);   // which "ministry" was named
    private readonly Dictionary<string, ActorMention> _papers = new(StringComparer.Ordinal);   // who gave out "the statement", "the report"

    public void Note(Attribution by)
    {
        if (by.Source is not { Form: not ActorForm.Pronoun } source) return;
        _lastBody = by.Kind is SourceKind.Institution or SourceKind.OfficeHolder || source.Body is not null ? source : null;
        if (source is { Form: ActorForm.Name, Kind: ActorKind.Person, Noun: { } office }) _offices[office] = source;
        // "Residents said …. The government condemned it. …, they said": one who came between is not "they".
        _several = IsSeveral(source) ? source : source is { Kind: ActorKind.Person or ActorKind.State or ActorKind.Government or ActorKind.Intergovernmental or ActorKind.Ngo or ActorKind.Monitor, Form: not ActorForm.Common } ? _several : null;
        _latest = source;
        if (by.Kind is SourceKind.NamedPerson or SourceKind.OfficeHolder or SourceKind.UnnamedOfficial or SourceKind.Eyewitness) _person = _spoken = source;
        if (_person == source && !IsSeveral(source)) _one = source;
        else _body = source;
        // "an Islamic State fighter": one man, whoever he fights for.
        if (IsFighter(source)) _person = _spoken = source;
    }

    private bool IsFighter(ActorMention source) =>
        source.Words.Split(' ') is [{ } article, .., { } last] && article.ToLowerInvariant() is "a" or "an" or "one" or "another" && words.Has(WordSet.SingleFighter, last);

    /// <summary>Somebody a sentence was about, without speaking.</summary>
    public void NoteSubject(ActorMention subject)
    {
        if (subject is { Kind: ActorKind.Person, Form: ActorForm.Name }) _person = _one = subject;
        else if (subject is { Form: ActorForm.Name or ActorForm.National, Kind: not (ActorKind.Person or ActorKind.Population or ActorKind.State or ActorKind.Other) }
            || subject is { Form: ActorForm.Common, Kind: ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Military or ActorKind.Government or ActorKind.Ngo or ActorKind.Monitor } or { Form: ActorForm.Common, Noun: "group" or "movement" }) _body = subject;
    }

    /// <summary>An official a sentence was about: "The governor had bad news."</summary>
    public void NoteOfficial(ActorMention official) => _person = official;

    /// <summary>Somebody gave out a paper that may be spoken of again.</summary>
    public void NotePaper(string noun, ActorMention by) => _papers[noun] = by;

    /// <summary>Whose word "the statement said" is: who gave one out, else the body that spoke last, for what bodies say is mostly a statement; null when neither is known.</summary>
    public ActorMention? WriterOf(string noun) => _papers.GetValueOrDefault(noun) ?? (noun == "statement" ? _lastBody : null);

    /// <summary>A body told apart from others of its kind: "the defence ministry".</summary>
    public void NoteBody(string noun, ActorMention body) => _bodies[noun] = body;

    /// <summary>Whom "the spokesman" or "the ministry" goes back to; null when nobody was called so.</summary>
    public ActorMention? Called(string noun) => _offices.GetValueOrDefault(noun) ?? _bodies.GetValueOrDefault(noun);

    /// <summary>Two persons came in at once: nobody knows which of them a pronoun means.</summary>
    public void Forget() => _person = null;

    /// <summary>True when somebody else was told of since the last person spoke.</summary>
    public bool HasChanged => _spoken is not null && _person is not null && _person != _spoken;

    /// <summary>Who spoke last, for "the same source"; null when the words mean somebody of their own.</summary>
    public ActorMention? Same(ActorMention speaker) =>
        speaker is { Form: ActorForm.Common, Name: null } && speaker.Words.StartsWith("the same ", StringComparison.OrdinalIgnoreCase) ? _latest : null;

    /// <returns>Null when nobody fitting has spoken.</returns>
    public ActorMention? Recall(ActorMention pronoun) =>
        pronoun.Kind == ActorKind.Person ? _person is { } somebody && IsSeveral(somebody) && pronoun.Words.ToLowerInvariant() is "he" or "she" ? _one ?? _person : _person : _several is not null && pronoun.Words is "they" or "They" ? _several : pronoun.Words is "it" or "It" && _body is { } many && IsSeveral(many) ? null : _body ?? _person;   // troops are no "it"

    // "local sources", "two officials of the ministry": what "they" goes back to before any body.
    private static bool IsSeveral(ActorMention source) =>
        source is { Form: ActorForm.Common or ActorForm.National, Noun: { } noun } && (source.Words.Contains(noun + "s", StringComparison.OrdinalIgnoreCase) || noun.EndsWith('s') && source.Words.Contains(noun + "es", StringComparison.OrdinalIgnoreCase) || noun.EndsWith('y') && source.Words.Contains(noun[..^1] + "ies", StringComparison.OrdinalIgnoreCase));
}
