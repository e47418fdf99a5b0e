using Sitrep.Model.Record;

namespace Sitrep.Web.Pages.Figures;

/// <summary>The counts that stand beside one figure: of the same thing at the same place, and whatever those replace.</summary>
internal static class FigureSeriesOf
{
    /// <returns>In time order; the figure itself is among them.</returns>
    public static IEnumerable<Figure> Figure(SituationRecord record, Figure figure)
    {
        HashSet<string> linked = [figure.Id];
        bool grew = true;
        while (grew)
        {
            grew = false;
            foreach (Figure other in record.Figures)
            {
                if (other.Revises is not { } earlier) continue;
                if (linked.Contains(other.Id) && linked.Add(earlier)) grew = true;
                if (linked.Contains(earlier) && linked.Add(other.Id)) grew = true;
            }
        }
        return record.Figures
            .Where(other => linked.Contains(other.Id) || (other.Measure == figure.Measure && other.Subject == figure.Subject && other.Place == figure.Place && other.Stock == figure.Stock && other.Event == figure.Event))
            .OrderBy(other => other.When?.End ?? DateOnly.MaxValue).ThenBy(other => other.Id, StringComparer.Ordinal);
    }
}
