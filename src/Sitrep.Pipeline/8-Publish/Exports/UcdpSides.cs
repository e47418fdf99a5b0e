using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>The two sides of a deadly event as UCDP codes them.</summary>
/// <param name="A">Null for an organised actor that nobody names.</param>
/// <param name="Violence">1 state-based, 2 non-state, 3 one-sided.</param>
internal sealed record UcdpPair(Actor? A, Actor B, int Violence)
{
    /// <summary>UCDP's name for a side that is organised and not known.</summary>
    public const string Unknown = "XXX";

    public string NameA => A is null ? Unknown : Name(A);

    public string NameB => Name(B);

    /// <summary>True for those who are no organised actor.</summary>
    public static bool IsCivilian(Actor actor) => actor.Kind is ActorKind.Population or ActorKind.Person or ActorKind.Ngo or ActorKind.Media or ActorKind.Company or ActorKind.Monitor;

    private static string Name(Actor actor) => IsCivilian(actor) ? "Civilians" : Wording.Line(actor.Name);
}

/// <summary>Who was violent against whom, from the event itself, from whom its dead are counted among, and from the attack that it is part of.</summary>
internal sealed class UcdpSides(ExportBasis basis)
{
    private readonly ILookup<string, Event> _incidents = basis.Record.Events.Where(happening => !happening.Expected).ToLookup(Incident, StringComparer.Ordinal);

    /// <summary>Id of the incident that the event is part of; its own where it is one by itself.</summary>
    public static string Incident(Event happening) => happening.Incident ?? happening.Id;

    /// <param name="told">The count of its dead that most tellings give.</param>
    /// <returns>Null when the record does not tell.</returns>
    public UcdpPair? Of(Event happening, Figure? told)
    {
        Actor[] doers = basis.In(happening, RoleKind.Actor), targets = basis.In(happening, RoleKind.Target);
        Actor? a = doers.FirstOrDefault(), b = targets.FirstOrDefault();
        if (b is null && happening.Type == EventType.Clash && a?.Side is { } side) b = doers.FirstOrDefault(actor => actor.Side is { } own && own != side);
        b ??= basis.Index.Actor(told?.Subject);
        Event[] attacks = [.. _incidents[Incident(happening)].Append(happening).Where(part => part.Type is EventType.Attack or EventType.Strike or EventType.Bombing)];
        if (a is null && attacks.SelectMany(part => basis.In(part, RoleKind.Actor)).Where(actor => !UcdpPair.IsCivilian(actor)).DistinctBy(actor => actor.Side ?? actor.Id).ToArray() is [Actor attacker]) a = attacker;
        if (b is null || b == a) return null;
        // Somebody attacked, and civilians died of it: organised, one-sided, by whom is not told. Deaths without an attack may be an accident's.
        if (a is null) return attacks.Length > 0 && UcdpPair.IsCivilian(b) ? new UcdpPair(null, b, 3) : null;
        // A state is side A where one fights; civilians are always side B.
        if (UcdpPair.IsCivilian(a) && !UcdpPair.IsCivilian(b) || !IsState(a) && IsState(b)) (a, b) = (b, a);
        if (UcdpPair.IsCivilian(a)) return null;
        return new UcdpPair(a, b, UcdpPair.IsCivilian(b) ? 3 : IsState(a) || IsState(b) ? 1 : 2);
    }

    private static bool IsState(Actor actor) => actor.Kind is ActorKind.State or ActorKind.Government or ActorKind.Military;
}
