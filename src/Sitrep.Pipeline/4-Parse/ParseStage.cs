using System.Collections.Immutable;
using Sitrep.Language;
using Sitrep.Language.Tokens;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Parse;

/// <summary>One body paragraph and its sentences. Offsets count in the clean text of the report.</summary>
public sealed record ParsedParagraph(TextSpan Span, ImmutableArray<Sentence> Sentences);

/// <summary>A report with its body analysed.</summary>
public sealed record ParsedReport(Report Report, ImmutableArray<ParsedParagraph> Paragraphs);

/// <summary>Stage 4: report → sentences, tokens, trees and names of its body. Pure.</summary>
public sealed class ParseStage(LanguageEngine engine)
{
    public ParsedReport Parse(Report report) =>
        new(report, [.. report.Body.Select(span => new ParsedParagraph(span, [.. engine.Analyze(report.Text, span.Start, span.End)]))]);
}
