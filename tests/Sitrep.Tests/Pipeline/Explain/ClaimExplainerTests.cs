using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Explain;

namespace Sitrep.Tests.Pipeline.Explain;

public sealed partial class ClaimExplainerTests
{
    private static readonly GoldenFile Golden = new("explain");
    private static readonly Lazy<SitrepPipeline> Pipeline = new(() => SitrepPipeline.Load(DataFolder.At(Path.Combine(Repository.Root, "data")), Path.Combine(Repository.Root, "models")));

    public static IEnumerable<TheoryDataRow<string, int>> Cases => Golden.Cases.Select(one => new TheoryDataRow<string, int>(one.File, one.Number));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_claim_tells_the_rows_and_rules_behind_it(string file, int number)
    {
        (IReadOnlyList<ReadReport> reports, ImmutableArray<LedgerClaim> claims) = Read(Golden.Read(file, number).Input);
        var text = new StringBuilder();
        foreach (LedgerClaim claim in claims.OrderBy(claim => claim.Claim.Span.Start).ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal))
        {
            text.Append(claim.Claim.Stance).Append('\n');
            foreach (Evidence evidence in Pipeline.Value.Explain(reports, null, claim.Claim.Id))
            {
                text.Append("  " + evidence.Topic + ": " + evidence.Says + "\n");
                foreach (string detail in evidence.Details) text.Append("    " + detail + "\n");
            }
        }
        // Rows move when lists grow, and scores with the gazetteer; which row it is stands behind the number.
        Golden.Check(file, number, Numbers().Replace(text.ToString(), "#").TrimEnd('\n'));
    }

    [Fact]
    public void Explaining_changes_nothing_that_is_read()
    {
        const string Text = "Soldiers captured the town of Gao on Monday, the army said. Rebels denied it.";
        (IReadOnlyList<ReadReport> reports, ImmutableArray<LedgerClaim> before) = Read(Text);
        foreach (LedgerClaim claim in before) Assert.NotEmpty(Pipeline.Value.Explain(reports, null, claim.Claim.Id));
        Assert.Equal(before.Select(claim => claim.Claim.Id), Pipeline.Value.Fold(reports, [], null).Claims.Select(claim => claim.Claim.Id));
    }

    [Fact]
    public void A_claim_that_another_reader_kept_says_so()
    {
        (IReadOnlyList<ReadReport> reports, _) = Read("Soldiers captured the town of Gao on Monday, the army said.");
        Claim kept = reports[0].Reading.Claims[0] with { Id = "c0000000000" };
        ReadReport old = reports[0] with { Reading = reports[0].Reading with { Claims = [kept] } };
        Assert.Contains(Pipeline.Value.Explain([old], null, kept.Id), evidence => evidence.Topic == "reading");
    }

    private static (IReadOnlyList<ReadReport>, ImmutableArray<LedgerClaim>) Read(string text)
    {
        var raw = new RawReport("r1", "case.txt", "", Markup.Text, text, SuppliedMetadata.None with { Published = "2024-05-15" });
        ReadReport report = Pipeline.Value.Read(raw).Report!;   // a sentence is enough to be a report
        return ([report], Pipeline.Value.Fold([report], [], null).Claims);
    }

    [GeneratedRegex(@"(?<= line )\d+|(?<=    )\d+\.\d\d(?= )|(?<=(?:prior|share|nearness) )-?\d+\.\d\d|c[0-9a-f]{10}|(?<=\()a[0-9a-f]{10}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
