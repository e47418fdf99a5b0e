using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Ingest.Web;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>What came of giving one report to the second reader.</summary>
/// <param name="Reading">Null when the model gave no answer: then nothing is known of what it would say.</param>
/// <param name="Refused">Items refused, by reason.</param>
/// <param name="Why">The end of a sentence that says why there is no reading; null when there is one.</param>
/// <param name="IsClosed">True when asking for another report is useless.</param>
public sealed record SecondOutcome(SecondReading? Reading, ImmutableSortedDictionary<ReasonCode, int> Refused, string? Why, bool IsClosed);

/// <summary>A chat model that reads a report after the built-in reader and may add claims to its; decision 11. Off unless somebody asks for it.</summary>
/// <remarks>The model is believed in nothing: the report can tell it anything, and only what <see cref="ItemCheck"/> lets through is taken. Not thread-safe.</remarks>
public sealed class SecondReader : IDisposable
{
    private readonly ChatModel _model;
    private readonly ChatLimits _limits;
    private readonly ReaderPrompt _prompt;

    /// <param name="address">Base address, such as <c>http://localhost:8080/v1</c>; without user, password and query.</param>
    /// <param name="key">Null: none is sent.</param>
    /// <param name="cancel">Ends waits and requests.</param>
    /// <exception cref="IOException">The instruction is missing from the data folder.</exception>
    public SecondReader(DataFolder data, Uri address, string model, string? key, ChatLimits limits, TimeProvider clock, CancellationToken cancel)
        : this(data, address, model, key, limits, clock, pause => cancel.WaitHandle.WaitOne(pause), cancel)
    {
    }

    internal SecondReader(DataFolder data, Uri address, string model, string? key, ChatLimits limits, TimeProvider clock, Action<TimeSpan> wait, CancellationToken cancel)
    {
        (_limits, _prompt) = (limits, ReaderPrompt.Load(data, limits));
        _model = new ChatModel(address, model, key, limits, clock, wait, cancel);
        Name = new SecondReaderName(address.AbsoluteUri.TrimEnd('/'), model, _prompt.Hash);
    }

    public SecondReaderName Name { get; }

    /// <summary>True for an address of this machine or of a private network, where a key may travel without encryption.</summary>
    public static bool IsNear(Uri address) => PrivateNetworks.Holds(address);

    /// <param name="check">Judges the items; it is asked in the order of the text.</param>
    internal SecondOutcome Read(Report report, ItemCheck check)
    {
        ImmutableArray<ImmutableArray<TextSpan>> parts = ReportParts.Of(report.Text, report.Body, _limits.PartLength);
        var claims = new List<Claim>();
        var refused = new SortedDictionary<ReasonCode, int>();
        var unusable = new List<string>();
        foreach (ImmutableArray<TextSpan> part in parts.Take(_limits.Parts))
        {
            ChatAnswer answer = _model.Ask(_prompt.Text, string.Join(ReportParts.Between, part.Select(stretch => stretch.Of(report.Text))));
            if (answer.Trouble is ChatTrouble.Silent or ChatTrouble.Closed) return new SecondOutcome(null, ImmutableSortedDictionary<ReasonCode, int>.Empty, answer.Why, answer.Trouble == ChatTrouble.Closed);
            IReadOnlyList<ModelItem?>? items = answer.Content is { } content ? ModelItem.ParseAll(content) : null;
            if (items is null)
            {
                unusable.Add(answer.Why ?? "the model's answer is not the JSON that was asked for");
                continue;
            }
            if (items.Count > _limits.Items) Count(ReasonCode.ItemsTooMany, items.Count - _limits.Items);
            FoldedText[] given = [.. part.Select(stretch => new FoldedText(report.Text, stretch))];
            foreach (ModelItem? item in items.Take(_limits.Items))
            {
                (Claim? claim, ReasonCode why) = check.Of(item, given);
                if (claim is not null) claims.Add(claim); else Count(why, 1);
            }
        }
        if (parts.Length > _limits.Parts) unusable.Add(string.Create(CultureInfo.InvariantCulture, $"only the first {_limits.Parts} of its {parts.Length} parts were sent"));
        if (unusable.Count > 0) Count(ReasonCode.SecondReaderUnusable, unusable.Count);
        ImmutableArray<Problem> problems = [.. refused.Select(reason => new Problem(report.Input, report.Id, reason.Key, Message(reason.Key, reason.Value, unusable), SetAside: false))];
        ImmutableArray<Claim> inOrder = [.. claims.OrderBy(claim => claim.Span.Start).ThenBy(claim => claim.Id, StringComparer.Ordinal)];
        return new SecondOutcome(new SecondReading(report.Id, Name, inOrder, problems), refused.ToImmutableSortedDictionary(), null, false);

        void Count(ReasonCode why, int items) => refused[why] = refused.GetValueOrDefault(why) + items;
    }

    public void Dispose() => _model.Dispose();

    private string Message(ReasonCode why, int count, List<string> unusable) => why == ReasonCode.SecondReaderUnusable
        ? $"Second reader {Name.Model}: {string.Join("; ", unusable.Distinct(StringComparer.Ordinal))}; what the built-in reader found stands."
        : string.Create(CultureInfo.InvariantCulture, $"Second reader {Name.Model}: {count} item{(count == 1 ? "" : "s")} refused: {Reason(why)}.");

    /// <summary>Why an item is refused, as the end of a sentence.</summary>
    public static string Reason(ReasonCode why) => why switch
    {
        ReasonCode.SecondReaderUnusable => "the answer was not what was asked for",
        ReasonCode.ItemMalformed => "not of the form asked for",
        ReasonCode.ItemNotInVocabulary => "its type, measure or stance is not in the vocabulary",
        ReasonCode.ItemNotQuoted => "its quote does not stand in the report",
        ReasonCode.ItemWordsAbsent => "words do not stand in or near the quote",
        ReasonCode.ItemNumberAbsent => "its number does not stand in the quote",
        ReasonCode.ItemWordsUnread => "its words name nobody, no place or no time",
        ReasonCode.ItemContradicted => "the words themselves say otherwise",
        ReasonCode.ItemKnown => "found already",
        ReasonCode.ItemsTooMany => "beyond what one answer may hold",
        _ => why.ToString(),
    };
}
