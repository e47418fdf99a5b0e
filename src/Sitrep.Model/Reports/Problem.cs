namespace Sitrep.Model.Reports;

/// <summary>Stable numbers: thousands are the stage. Documented in docs/codes.md; never reused.</summary>
public enum ReasonCode
{
    /// <summary>The file cannot be opened or read.</summary>
    Unreadable = 1001,
    /// <summary>No bytes, or only white space.</summary>
    Empty = 1002,
    /// <summary>More bytes than the limit.</summary>
    TooLarge = 1003,
    /// <summary>The bytes are not text in any encoding we know.</summary>
    NotText = 1004,
    /// <summary>The JSON cannot be parsed.</summary>
    BadJson = 1005,
    /// <summary>The JSON is well formed but holds no text of a report.</summary>
    JsonWithoutText = 1006,
    /// <summary>A kind of file Sitrep does not read.</summary>
    UnknownKind = 1007,
    /// <summary>Nothing is at the path or matches the pattern.</summary>
    NotFound = 1008,
    /// <summary>XML that defines entities or is nested without end; it is not read at all.</summary>
    HostileXml = 1009,
    /// <summary>The XML of a feed cannot be parsed, or is no feed.</summary>
    BadXml = 1010,
    /// <summary>An entry of a feed that has no text, only a link.</summary>
    LinkOnly = 1011,
    /// <summary>A record of a web archive that is cut off or damaged.</summary>
    BadArchiveRecord = 1012,
    /// <summary>Records of a web archive that are no reports, counted.</summary>
    PassedOver = 1013,
    /// <summary>An address that could not be fetched.</summary>
    FetchFailed = 1014,
    /// <summary>A PDF, and no program to read it.</summary>
    NoPdfReader = 1015,
    /// <summary>A PDF that gives no text.</summary>
    BadPdf = 1016,
    /// <summary>Its sender says that it may not be used.</summary>
    Withdrawn = 1017,
    /// <summary>A fault of Sitrep's while its bytes were taken apart; the other inputs are read.</summary>
    IngestingFailed = 1018,
    /// <summary>After cleaning no sentence of a report is left.</summary>
    NoArticleText = 2001,
    /// <summary>Longer than the stage reads; the rest is kept but not read.</summary>
    TextTooLong = 2002,
    /// <summary>Some text of a page could not be matched to its source and is not read.</summary>
    TextWithoutSource = 2003,
    /// <summary>No published date could be found; the report is left out of views as of a day.</summary>
    Undated = 2004,
    /// <summary>A fault of Sitrep's while the report was cleaned, parsed or read; the other reports are read.</summary>
    ReadingFailed = 4001,
    /// <summary>The second reader gave no answer; the built-in reader's reading stands.</summary>
    SecondReaderSilent = 5001,
    /// <summary>The second reader's answer for a part of the report is not what was asked for, or the report is longer than is sent.</summary>
    SecondReaderUnusable = 5002,
    /// <summary>An item of the second reader that lacks a field or has one of another form or length.</summary>
    ItemMalformed = 5003,
    /// <summary>An item whose type, measure or stance is not in the vocabulary.</summary>
    ItemNotInVocabulary = 5004,
    /// <summary>An item whose quote does not stand in the report.</summary>
    ItemNotQuoted = 5005,
    /// <summary>An item that names words which do not stand in or near its quote.</summary>
    ItemWordsAbsent = 5006,
    /// <summary>An item whose number does not stand in its quote, or counts nothing there.</summary>
    ItemNumberAbsent = 5007,
    /// <summary>An item whose words stand there but name nobody, no place or no time.</summary>
    ItemWordsUnread = 5008,
    /// <summary>An item that the words themselves speak against.</summary>
    ItemContradicted = 5009,
    /// <summary>An item that was found already.</summary>
    ItemKnown = 5010,
    /// <summary>Items beyond what one answer may hold.</summary>
    ItemsTooMany = 5011,
    /// <summary>A fault of Sitrep's while the report, read before, was put into the record; the other reports are in it.</summary>
    FoldingFailed = 6001,
    /// <summary>A ruling whose target is no longer in the record.</summary>
    RulingWithoutTarget = 7001,
    /// <summary>A ruling that cannot be carried out on what it is on.</summary>
    RulingNotPossible = 7002,
}

/// <summary>Something that kept a report, or a part of one, from being read.</summary>
/// <param name="Input">The name it was received under.</param>
/// <param name="ReportId">Null when there is no report because it was set aside.</param>
/// <param name="Message">What is wrong, where, what was expected, what to do; one line.</param>
/// <param name="SetAside">True when the whole input was set aside; false when the report was kept.</param>
public sealed record Problem(string Input, string? ReportId, ReasonCode Code, string Message, bool SetAside);
