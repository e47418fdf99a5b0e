using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>Claims of one report; ids count readings of the same words, so that they do not depend on anything else.</summary>
internal sealed class ClaimList(string reportId)
{
    private readonly ImmutableArray<Claim>.Builder _claims = ImmutableArray.CreateBuilder<Claim>();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<Claim> All => _claims;

    public int Count => _claims.Count;

    public IEnumerable<Claim> Since(int first) => _claims.Skip(first);

    /// <param name="further">Set where the same words are told of one more place.</param>
    /// <param name="set">True where the same words are told by one more source.</param>
    public void Add(TextSpan span, Stance stance, Attribution by, EventReading? happened, FigureReading? figure = null, FateReading? fate = null, PlaceMention? further = null, bool set = false)
    {
        string what = string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}/{happened?.Type}/{happened?.Trigger.Start}/{figure?.Quantity.Span.Start}/{fate?.Person.Span.Start}");
        if (further is not null) what += string.Create(CultureInfo.InvariantCulture, $"/{further.Span.Start}");
        if (set) what += "/against";
        // Two rows of a list may read one word ("remained in control"): that is one claim.
        string id = StableId.Of('c', reportId, what);
        if (_ids.Add(id)) _claims.Add(new Claim(id, reportId, span, stance, by, happened, figure, fate));
    }

    /// <summary>"An earlier toll put the dead at 198": what the report counted last replaces it.</summary>
    public void Replaced(Measure measure, long earlier)
    {
        for (int i = _claims.Count - 1; i >= 0; i--)
        {
            if (_claims[i].Figure is not { Part: false } figure || figure.Measure != measure) continue;
            if (figure is { Revises: null, Quantity.Best: { } now } && now != earlier || figure is { Revises: null, Quantity: { Best: null, Low: not null } }) _claims[i] = _claims[i] with { Figure = figure with { Revises = earlier } };
            return;
        }
    }

    public ImmutableArray<Claim> ToImmutable()
    {
        for (int i = 0; i < _claims.Count; i++)
        {
            if (_claims[i].Figure is { Revises: null, Stock: true, Part: false } figure && Replaced(figure) is { } old) _claims[i] = _claims[i] with { Figure = figure with { Revises = old } };
        }
        return _claims.DrainToImmutable();
    }

    /// <summary>"the toll was revised to 275 … It is 275 and not 288": the number that a toll replaces, told where the report tells it once more; null where it is told nowhere.</summary>
    private long? Replaced(FigureReading figure) => figure.Quantity.Best is { } number
        ? _claims.Select(claim => claim.Figure).FirstOrDefault(other => other is { Revises: not null, Stock: true } && other.Measure == figure.Measure && other.Quantity.Best == number)?.Revises
        : null;
}
