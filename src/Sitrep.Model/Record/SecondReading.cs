using System.Collections.Immutable;
using Sitrep.Model.Reports;

namespace Sitrep.Model.Record;

/// <summary>Which second reader read a report. Two that differ in any part are two readers, and their claims are never mixed.</summary>
/// <param name="Address">Base address of its service, without user, password and query.</param>
/// <param name="Model">The model's name as it was asked for.</param>
/// <param name="Prompt">Ten hex digits of the SHA-256 of what the model is told to do.</param>
public sealed record SecondReaderName(string Address, string Model, string Prompt);

/// <summary>What a second reader found in one report beside the built-in reader: items that passed every check, as claims.</summary>
/// <param name="Claims">In the order of the text; each has <see cref="Claim.ReadBy"/>.</param>
/// <param name="Problems">What was refused, one entry a reason.</param>
public sealed record SecondReading(string ReportId, SecondReaderName By, ImmutableArray<Claim> Claims, ImmutableArray<Problem> Problems);
