using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest.Pdf;

namespace Sitrep.Tests.Pipeline.Ingest.Pdf;

public sealed class PdfTextTests
{
    // The smallest PDF that holds a line (ISO 32000, annex H); readers rebuild the cross-reference table it lacks.
    private const string Small = """
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj
        4 0 obj << /Length 58 >> stream
        BT /F 12 Tf 20 100 Td (Nine people died in the flood.) Tj ET
        endstream endobj
        5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
        trailer << /Root 1 0 R >>
        %%EOF
        """;

    private static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")));

    [Fact]
    public void Text_of_a_pdf_is_read()
    {
        Assert.SkipUnless(IsInstalled, "pdftotext (poppler-utils) is not installed.");
        Assert.Equal("Nine people died in the flood.", PdfText.Extract("a.pdf", Encoding.ASCII.GetBytes(Small)).Text?.Trim());
    }

    [Theory]
    [InlineData("%PDF-1.4\nnothing")]
    [InlineData("%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 99999999 >> endobj\ntrailer << /Root 1 0 R >>")]
    public void Pdf_without_text_is_set_aside(string pdf)
    {
        Assert.SkipUnless(IsInstalled, "pdftotext (poppler-utils) is not installed.");
        Assert.Equal(ReasonCode.BadPdf, PdfText.Extract("a.pdf", Encoding.ASCII.GetBytes(pdf)).Problem?.Code);
    }

    [Fact]
    public void Missing_program_is_told() =>
        Assert.Equal(ReasonCode.NoPdfReader, PdfText.Extract("a.pdf", "%PDF-"u8.ToArray(), "no-such-program-of-ours", TimeSpan.FromSeconds(1)).Problem?.Code);

    [Fact]
    public void Program_that_does_not_end_is_ended()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The stand-in for a hanging program is a shell script.");
        if (OperatingSystem.IsWindows()) return;   // for the analyser, which does not see that it was skipped
        string script = Path.Combine(Path.GetTempPath(), $"hang-{Environment.ProcessId}.sh");
        File.WriteAllText(script, "#!/bin/sh\nwhile :; do sleep 1; done\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            Problem? problem = PdfText.Extract("a.pdf", "%PDF-"u8.ToArray(), script, TimeSpan.FromMilliseconds(500)).Problem;
            Assert.Equal(ReasonCode.BadPdf, problem?.Code);
            Assert.Contains("did not finish", problem?.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(script);
        }
    }
}
