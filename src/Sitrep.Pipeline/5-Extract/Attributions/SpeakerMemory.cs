using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Who spoke last in this report: what "he added" and "it said" go back to.</summary>
public sealed class SpeakerMemory
{
    private ActorMention? _person;
    private ActorMention? _body;

    public void Note(Attribution by)
    {
        if (by.Source is not { Form: not ActorForm.Pronoun } source) return;
        if (by.Kind is SourceKind.NamedPerson or SourceKind.OfficeHolder or SourceKind.UnnamedOfficial or SourceKind.Eyewitness) _person = source;
        else _body = source;
    }

    /// <returns>Null when nobody fitting has spoken.</returns>
    public ActorMention? Recall(ActorMention pronoun) => pronoun.Kind == ActorKind.Person ? _person : _body ?? _person;
}
