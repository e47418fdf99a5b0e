using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Events;

/// <summary>What one telling answers to one question.</summary>
/// <param name="Words">The answer as the report words it, or a word of ours where it has none of its own ("affirms").</param>
/// <param name="Speaker">Whose answer it is.</param>
/// <param name="Differs">True when it cannot be true together with another telling's answer.</param>
internal sealed record MatrixAnswer(LedgerClaim Claim, string Words, string Speaker, bool Differs);

/// <param name="Key">"happened", "who", "when", "where", "how-many".</param>
/// <param name="Cells">Answers of each telling, in the order of the columns; empty where it gives none.</param>
internal sealed record MatrixRow(string Key, string Question, bool Disagrees, ImmutableArray<ImmutableArray<MatrixAnswer>> Cells);

/// <summary>An event as a table: what each independent telling answers to each question, in its own words.</summary>
internal sealed class ClaimMatrix
{
    /// <summary>Tellings that stand beside each other; the first to tell, which the others may follow.</summary>
    public const int ColumnsMax = 24;

    /// <summary>Answers of one telling to one question: a long report repeats itself.</summary>
    private const int AnswersMax = 4;

    /// <summary>Characters of a quotation.</summary>
    private const int WordsMax = 220;

    private readonly RecordView _view;
    private readonly Event _event;
    private readonly LedgerClaim[] _claims;
    private readonly LedgerClaim[] _against;

    private ClaimMatrix(RecordView view, Event happening)
    {
        (_view, _event) = (view, happening);
        _claims = [.. view.Index.Claims(happening.Claims)];
        // Who affirms what cannot be true together with it answers the first question too.
        _against = [.. happening.Contradicts.Select(view.Index.Event).OfType<Event>().SelectMany(other => view.Index.Claims(other.Claims)).Where(claim => claim.Claim.Stance == Stance.Affirms)];
        string[] dispatches = [.. _claims.Concat(_against).GroupBy(claim => claim.Dispatch, StringComparer.Ordinal)
            .OrderBy(group => group.Min(claim => view.Index.Report(claim.Claim.ReportId).Published) ?? DateOnly.MaxValue).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];
        Dispatches = [.. dispatches.Take(ColumnsMax)];
        Left = dispatches.Length - Dispatches.Length;
    }

    /// <summary>Ids of the tellings, the first published first.</summary>
    public ImmutableArray<string> Dispatches { get; }

    /// <summary>Tellings that have no column.</summary>
    public int Left { get; }

    public ImmutableArray<MatrixRow> Rows { get; private set; }

    public static ClaimMatrix Of(RecordView view, Event happening)
    {
        var matrix = new ClaimMatrix(view, happening);
        matrix.Rows = [.. new[] { matrix.Happened(), matrix.Who(), matrix.When(), matrix.Where() }.Concat(matrix.Counts()).Where(row => row.Cells.Any(cell => !cell.IsEmpty))];
        return matrix;
    }

    private MatrixRow Happened()
    {
        bool disputed = _against.Length > 0 || _claims.Any(claim => claim.Claim.Stance is Stance.Denies or Stance.Doubts);
        var answers = _claims.Select(claim => Answer(claim, Quote(claim), disputed && claim.Claim.Stance is Stance.Denies or Stance.Doubts))
            .Concat(_against.Select(claim => Answer(claim, Quote(claim), true)));
        return Row("happened", _event.Expected ? "Will it happen?" : "Did it happen?", answers);
    }

    private MatrixRow Who()
    {
        LedgerClaim[] naming = [.. _claims.Where(claim => claim.Claim.Event is { Roles.IsEmpty: false })];
        return Row("who", "Who?", naming.Select(claim => Answer(claim, Named(claim), naming.Any(other => Opposed(claim, other)))));
    }

    private MatrixRow When()
    {
        LedgerClaim[] dating = [.. _claims.Where(claim => claim.Claim.Event?.When is not null)];
        return Row("when", "When?", dating.Select(claim => Answer(claim, Told(claim), claim.When is { } when && dating.Any(other => other.When is { } also && !when.Overlaps(also)))));
    }

    private MatrixRow Where()
    {
        LedgerClaim[] placing = [.. _claims.Where(claim => claim.Claim.Event?.Place is not null)];
        return Row("where", "Where?", placing.Select(claim => Answer(claim, Placed(claim), claim.Place is { } place && placing.Any(other => other.Place is { } also && also != place))));
    }

    /// <summary>A row for each thing that was counted.</summary>
    private IEnumerable<MatrixRow> Counts()
    {
        Dictionary<string, string> about = new(StringComparer.Ordinal);
        foreach (Figure figure in _view.Record.Figures.Where(figure => figure.Event == _event.Id))
        {
            foreach (string claim in figure.Claims) about.TryAdd(claim, FigureSection.Label(figure, _view.Index));
        }
        foreach (var counted in about.GroupBy(pair => pair.Value, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            LedgerClaim[] counting = [.. counted.Select(pair => _view.Index.Claim(pair.Key)).Where(claim => claim.Claim.Figure is not null)];
            yield return Row("how-many", $"How many? {counted.Key}", counting.Select(claim => Answer(claim, Wording.Line(claim.Claim.Figure!.Quantity.Words, WordsMax), counting.Any(other => Apart(claim, other)))));   // filtered on the line before
        }
    }

    private MatrixRow Row(string key, string question, IEnumerable<MatrixAnswer> answers)
    {
        ILookup<string, MatrixAnswer> byDispatch = answers.ToLookup(answer => answer.Claim.Dispatch, StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<MatrixAnswer>> cells = [.. Dispatches.Select(dispatch => byDispatch[dispatch].DistinctBy(answer => (answer.Words, answer.Speaker, answer.Claim.Claim.Stance)).Take(AnswersMax).ToImmutableArray())];
        return new MatrixRow(key, question, cells.Any(cell => cell.Any(answer => answer.Differs)), cells);
    }

    private MatrixAnswer Answer(LedgerClaim claim, string words, bool differs) => new(claim, words, _view.Index.Speaker(claim), differs);

    private string Quote(LedgerClaim claim) => Wording.Line(claim.Claim.Span.Of(_view.Index.Report(claim.Claim.ReportId).Text), WordsMax);

    // "Syrian army against Islamic State": the words of the report, in the order actor, target, others.
    private static string Named(LedgerClaim claim)
    {
        RoleMention[] roles = [.. claim.Claim.Event!.Roles];   // filtered before
        string actors = Of(RoleKind.Actor), targets = Of(RoleKind.Target);
        string rest = string.Join("; ", roles.Where(role => role.Role is not (RoleKind.Actor or RoleKind.Target)).Select(role => $"{Spelling.Spaced(role.Role)} {Wording.Line(role.Actor.Words, 80)}"));
        string pair = (actors, targets) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) => $"{actors} → {targets}",
            ({ Length: > 0 }, _) => actors,
            (_, { Length: > 0 }) => $"→ {targets}",
            _ => "",
        };
        return rest.Length == 0 ? pair : pair.Length == 0 ? rest : $"{pair}; {rest}";

        string Of(RoleKind kind) => string.Join(", ", roles.Where(role => role.Role == kind).Select(role => Wording.Line(role.Actor.Words, 80)).Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private static string Told(LedgerClaim claim)
    {
        string words = Wording.Line(claim.Claim.Event!.When!.Words, 80);   // filtered before
        string day = claim.When is { } when ? Wording.When(when) : "";
        return day.Length == 0 || string.Equals(day, words, StringComparison.OrdinalIgnoreCase) ? words : $"{words} ({day})";
    }

    private string Placed(LedgerClaim claim)
    {
        string words = Wording.Line(claim.Claim.Event!.Place!.Words, 80), place = _view.Index.PlaceName(claim.Place);   // filtered before
        return place.Length == 0 ? $"{words} (unplaced)" : words.Contains(place, StringComparison.OrdinalIgnoreCase) ? words : $"{words} ({place})";
    }

    // Only parties of different sides are another answer: an army and its state are one.
    private bool Opposed(LedgerClaim one, LedgerClaim other)
    {
        HashSet<string> sides = SidesOf(one), others = SidesOf(other);
        return sides.Count > 0 && others.Count > 0 && !sides.Overlaps(others);
    }

    private HashSet<string> SidesOf(LedgerClaim claim) =>
        [.. claim.Roles.Where(role => role.Kind == RoleKind.Actor).Select(role => _view.Index.Actor(role.Actor)).OfType<Actor>().Where(actor => actor.Side is not null).Select(actor => actor.Side!)];   // filtered on the line itself

    private static bool Apart(LedgerClaim one, LedgerClaim other)
    {
        (long low, long high) = Range(one.Claim.Figure!.Quantity);     // counts have figures
        (long otherLow, long otherHigh) = Range(other.Claim.Figure!.Quantity);
        return low > otherHigh || otherLow > high;
    }

    private static (long Low, long High) Range(QuantityMention quantity) => (quantity.Low ?? quantity.Best ?? 0, quantity.High ?? (quantity.Qualifier is Qualifier.AtLeast or Qualifier.Several or Qualifier.Dozens or Qualifier.Hundreds or Qualifier.Thousands or Qualifier.TensOfThousands ? long.MaxValue : quantity.Best ?? long.MaxValue));
}
