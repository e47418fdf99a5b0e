using System.Security.Cryptography;
using System.Text;

namespace Sitrep.Pipeline.Publish.Html;

/// <summary>The style sheet and the script of the page, and the hashes that let a browser run these and nothing else.</summary>
internal static class PageAssets
{
    public static string Style { get; } = Load("report.css");
    public static string Script { get; } = Load("report.js");

    /// <summary>A Content-Security-Policy under which the page can fetch nothing and run only this style and this script.</summary>
    public static string Policy(string style) =>
        $"default-src 'none'; style-src 'sha256-{Hash(style)}'; script-src 'sha256-{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string content) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static string Load(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"Sitrep.Publish.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded in the program; the project file must embed 8-Publish/Html.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
