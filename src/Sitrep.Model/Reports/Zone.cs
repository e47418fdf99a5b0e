using Sitrep.Model.Text;

namespace Sitrep.Model.Reports;

/// <summary>What a stretch of a report is. Only <see cref="Body"/> is read for claims; nothing is thrown away.</summary>
public enum ZoneKind
{
    /// <summary>The title of the report; after it, what is set like one: the standfirst, and in pages the cross-heads between paragraphs.</summary>
    Headline,
    /// <summary>Who wrote it ("By A. Writer"), and the closing "Reporting by" line.</summary>
    Byline,
    /// <summary>A line that only dates or places the report. A dateline run into the first sentence is kept as its own zone too.</summary>
    Dateline,
    /// <summary>A paragraph of the report itself.</summary>
    Body,
    /// <summary>The words under one photo.</summary>
    Caption,
    /// <summary>Titles and buttons of a photo gallery.</summary>
    Gallery,
    /// <summary>Pointers to other stories.</summary>
    Related,
    /// <summary>Newsletter sign-ups, subscription offers, app advertisements.</summary>
    Promotion,
    /// <summary>What readers wrote under the report.</summary>
    Comment,
    /// <summary>Agency, photo or copyright credit.</summary>
    Credit,
    /// <summary>Navigation, notices, anything else that is not the report.</summary>
    Boilerplate,
}

/// <summary>A typed stretch of a report.</summary>
/// <param name="Span">In the clean text of the report. Zones are in order and do not overlap.</param>
public readonly record struct Zone(ZoneKind Kind, TextSpan Span);
