using System.Collections.Immutable;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Clean.Html;

/// <summary>A paragraph of a page.</summary>
/// <param name="Span">In the clean text.</param>
/// <param name="Element">The element in which its first character stands.</param>
/// <param name="Linked">Characters that stand in links.</param>
/// <param name="AfterBreak">True when only a line break parts it from the paragraph before.</param>
internal sealed record HtmlBlock(TextSpan Span, HtmlElement Element, int Linked, bool AfterBreak);

/// <summary>A page as read: its visible text with the way back to the source, and what its head says.</summary>
/// <param name="Metas">Names or properties (lower case) and contents, in order.</param>
/// <param name="Scripts">Contents of JSON-LD scripts.</param>
/// <param name="Times">Elements that may date the page, with the clean offset they start at.</param>
internal sealed record HtmlPage(
    string Text, OffsetMap Map, ImmutableArray<HtmlBlock> Blocks, string? Title, string? Canonical,
    ImmutableArray<(string Name, string Content)> Metas, ImmutableArray<string> Scripts, ImmutableArray<(HtmlElement Element, int At)> Times);
