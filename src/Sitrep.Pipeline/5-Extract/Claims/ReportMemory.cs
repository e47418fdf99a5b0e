using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Figures;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>What a report has told so far that a later sentence leans on: the day, the place, what is counted, of whom it speaks.</summary>
internal sealed class ReportMemory(EventDays days, ReadingLexicon lexicon)
{
    public DayMemory Day { get; private set; } = new(days, lexicon);

    public PlaceMemory Place { get; private set; } = new(lexicon);

    public FigureMemory Counted { get; private set; } = new();

    /// <summary>Force or body that a sentence was about last.</summary>
    public ActorMention? Subject { get; set; }

    /// <summary>True when the sentence that was about <see cref="Subject"/> told only what he says or where he stands.</summary>
    public bool OnlySpoke { get; set; }

    /// <summary>Force or armed group that a sentence was about last.</summary>
    public ActorMention? Fighters { get; set; }

    /// <summary>Whom somebody was quoted on in the sentence before.</summary>
    public SpokenOf? Spoken { get; set; }

    /// <summary>Who were told of last as the two parties to something.</summary>
    public (ActorMention First, ActorMention Second)? Sides { get; set; }

    /// <summary>Person named last.</summary>
    public ActorMention? Person { get; set; }

    /// <summary>A further dateline opens a release that goes on with nothing told before.</summary>
    public void OpenRelease() => (Day, Place, Counted, Subject, Fighters, Spoken, Sides) = (new DayMemory(days, lexicon), new PlaceMemory(lexicon), new FigureMemory(), null, null, null, null);
}
