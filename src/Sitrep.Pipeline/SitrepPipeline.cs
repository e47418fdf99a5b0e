using System.Collections.Immutable;
using Sitrep.Language;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Parse;

namespace Sitrep.Pipeline;

/// <summary>One report read: cleaned, parsed, its claims extracted. Depends on nothing but the report.</summary>
/// <param name="Problems">What could not be read in it; the report is kept.</param>
public sealed record ReadReport(Report Report, Reading Reading, ImmutableArray<Problem> Problems);

/// <summary>The stages in order. Stages 2, 4 and 5 see one report at a time; 3, 6 and 7 see all of them.</summary>
public sealed class SitrepPipeline
{
    /// <summary>Changes whenever the same report would be read differently; the store reads reports again that an older reader read.</summary>
    public const int ReaderVersion = 1;

    private readonly CleanStage _clean;
    private readonly ParseStage _parse;

    private SitrepPipeline(CleanStage clean, ParseStage parse) => (_clean, _parse) = (clean, parse);

    /// <exception cref="IOException">A word list or a model is missing.</exception>
    /// <exception cref="InvalidDataException">A word list or a model is not what it should be; the message says where.</exception>
    public static SitrepPipeline Load(DataFolder data, string modelFolder) =>
        new(new CleanStage(data), new ParseStage(LanguageEngine.Load(modelFolder)));

    /// <summary>Clean, parse, extract.</summary>
    /// <returns>The report read, or the problem for which it was set aside.</returns>
    public (ReadReport? Report, Problem? SetAside) Read(RawReport raw) => throw new NotImplementedException();

    /// <summary>Dedupe, resolve, corroborate: the record of what was published up to the end of <paramref name="asOf"/> (null: everything).</summary>
    /// <param name="setAside">Inputs that could not be read, to be told in the record.</param>
    public SituationRecord Fold(IReadOnlyList<ReadReport> reports, IReadOnlyList<Problem> setAside, DateOnly? asOf) => throw new NotImplementedException();
}
