using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Changes;

/// <summary>What became of figures.</summary>
internal static class FigureChanges
{
    public static IEnumerable<RecordChange> Of(SituationRecord before, SituationRecord after, RecordIndex now, NewClaims news)
    {
        var earlier = new Counterparts<Figure>(before.Figures, figure => figure.Id, Claims);
        HashSet<string> replaced = [.. now.Record.Figures.Select(figure => figure.Revises).OfType<string>()];
        foreach (Figure figure in after.Figures)
        {
            Figure? was = earlier.Of(figure);
            string? oldId = was is null || was.Id == figure.Id ? null : was.Id;
            RecordChange Make(ChangeKind kind, string? from, string? to) =>
                new(kind, ChangedThing.Figure, figure.Id, oldId, What(figure, now), figure.Place, figure.When, from, to, news.Of(figure.Claims));

            if (was is null || was.IsRejected && !figure.IsRejected)
            {
                // Of counts that came and went between the two days the last one tells.
                if (figure.IsRejected || replaced.Contains(figure.Id)) continue;
                yield return Replaced(figure, earlier, now) is { } old ? Make(ChangeKind.Revised, $"{Wording.Amount(old)} ({Wording.When(old.When)})", Wording.Amount(figure)) : Make(ChangeKind.New, null, Wording.Amount(figure));
                continue;
            }
            if (figure.IsRejected)
            {
                if (!was.IsRejected) yield return Make(ChangeKind.Retracted, Wording.Amount(was), "rejected by an analyst");
                continue;
            }
            if (EventChanges.Turn(was.Status, figure.Status) is { } turn) yield return Make(turn, Confidence.Of(was.Status).Words, Confidence.Of(figure.Status).Words);
        }
        var later = new Counterparts<Figure>(after.Figures, figure => figure.Id, Claims);
        foreach (Figure gone in before.Figures.Where(figure => !figure.IsRejected && later.Of(figure) is null))
        {
            yield return new RecordChange(ChangeKind.Retracted, ChangedThing.Figure, gone.Id, null, What(gone, now), gone.Place, gone.When, Wording.Amount(gone), null, []);
        }
    }

    // The last count of its series that was known before; its number may have come and gone in several steps.
    private static Figure? Replaced(Figure figure, Counterparts<Figure> earlier, RecordIndex now)
    {
        var met = new HashSet<string>(StringComparer.Ordinal) { figure.Id };
        for (Figure? old = now.Figure(figure.Revises); old is not null && met.Add(old.Id); old = now.Figure(old.Revises))
        {
            if (earlier.Of(old) is not null) return old;
        }
        return null;
    }

    private static string What(Figure figure, RecordIndex now)
    {
        string place = now.PlaceName(figure.Place);
        return $"{FigureSection.Label(figure, now)}{(place.Length > 0 ? $", {place}" : "")}";
    }

    private static IEnumerable<string> Claims(Figure figure) => figure.Claims.Union(figure.RejectedClaims, StringComparer.Ordinal);
}
