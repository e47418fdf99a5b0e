using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Ingest.Web;
using Sitrep.Web.Running;

namespace Sitrep.Web.Pages.Upload;

/// <summary>What was sent to be read → a job.</summary>
internal static class UploadForm
{
    /// <summary>Names told of one upload.</summary>
    private const int ToldMax = 10;

    /// <param name="mayBePrivate">False where strangers give addresses: they are not led into the network of the server.</param>
    /// <returns>The job, and what it is in words.</returns>
    /// <exception cref="BadQueryException">There is nothing, too much, or an address that is none.</exception>
    public static async Task<(ReadingJob Job, string Told)> TakeAsync(IFormCollection form, bool mayBePrivate, CancellationToken cancel)
    {
        string text = form["text"].ToString();
        string[] addresses = [.. form["addresses"].ToString().Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        IFormFile[] files = [.. form.Files.Where(file => file.Length > 0)];
        if (files.Length > UploadLimits.Files) throw new BadQueryException($"files: expected at most {UploadLimits.Files} at a time.");
        Check(addresses, mayBePrivate);
        (string Name, string Text)[] pasted = string.IsNullOrWhiteSpace(text) ? [] : [(form["name"].ToString(), text)];
        if (files.Length + addresses.Length + pasted.Length == 0) throw new BadQueryException("Nothing was sent; expected files, a pasted text or addresses.");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        ReadingJob job = await KeepAsync(pasted, addresses, names, cancel);
        foreach (IFormFile file in files)
        {
            await using FileStream kept = File.Create(Path.Combine(job.Folder!, Unique(names, NameOf(file.FileName, "report"))));   // made just before
            await file.CopyToAsync(kept, cancel);
        }
        return (job, string.Join(", ", files.Select(file => NameOf(file.FileName, "report")).Concat(pasted.Select(_ => "pasted text")).Concat(addresses).Take(ToldMax)));
    }

    /// <summary>Texts and addresses without files: what a program sends.</summary>
    public static async Task<(ReadingJob Job, string Told)> TakeAsync(IReadOnlyList<(string Name, string Text)> texts, IReadOnlyList<string> addresses, bool mayBePrivate, CancellationToken cancel)
    {
        if (texts.Count > UploadLimits.Files) throw new BadQueryException($"reports: expected at most {UploadLimits.Files} at a time.");
        if (texts.Any(text => string.IsNullOrWhiteSpace(text.Text))) throw new BadQueryException("reports: expected a text in each.");
        Check(addresses, mayBePrivate);
        if (texts.Count + addresses.Count == 0) throw new BadQueryException("Nothing was sent; expected reports or addresses.");
        return (await KeepAsync(texts, addresses, new HashSet<string>(StringComparer.OrdinalIgnoreCase), cancel), string.Join(", ", texts.Select(text => NameOf(text.Name, "a text")).Concat(addresses).Take(ToldMax)));
    }

    private static void Check(IReadOnlyList<string> addresses, bool mayBePrivate)
    {
        if (addresses.Count > UploadLimits.Addresses) throw new BadQueryException($"addresses: expected at most {UploadLimits.Addresses} at a time.");
        foreach (string address in addresses)
        {
            if (!IngestStage.IsAddress(address) || !Uri.TryCreate(address, UriKind.Absolute, out Uri? at)) throw new BadQueryException("addresses: expected addresses as https://example.org/story.");
            if (!mayBePrivate && PrivateNetworks.Holds(at)) throw new BadQueryException("addresses: one leads into a private network, which this server does not fetch from.");
        }
    }

    /// <summary>Texts become files of a folder that is read as any other.</summary>
    private static async Task<ReadingJob> KeepAsync(IReadOnlyList<(string Name, string Text)> texts, IReadOnlyList<string> addresses, HashSet<string> names, CancellationToken cancel)
    {
        if (texts.Any(text => text.Text.Length > UploadLimits.TextCharacters)) throw new BadQueryException($"text: expected at most {UploadLimits.TextCharacters} characters; save it as a file.");
        string folder = Directory.CreateTempSubdirectory("sitrep-added").FullName;
        foreach ((string name, string text) in texts) await File.WriteAllTextAsync(Path.Combine(folder, Unique(names, PastedName(name, text))), text, cancel);
        return new ReadingJob([folder, .. addresses], folder);
    }

    // The same text pasted twice is the same report.
    private static string PastedName(string given, string text)
    {
        string ending = text.TrimStart().StartsWith('<') ? ".html" : text.TrimStart().StartsWith('{') ? ".json" : ".txt";
        string name = NameOf(given, $"pasted-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4))}");
        return Path.GetExtension(name) is ".txt" or ".html" or ".htm" or ".json" or ".jsonl" or ".xml" ? name : name + ending;
    }

    /// <summary>The last part of a name, without what a path or a terminal would read more into.</summary>
    private static string NameOf(string given, string usual)
    {
        string last = given[(given.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        string name = string.Concat(last.Select(letter => char.IsControl(letter) || "<>\"|?*#".Contains(letter) ? '_' : letter)).Trim(' ', '.');
        if (name.Length > UploadLimits.NameCharacters) name = name[^UploadLimits.NameCharacters..];
        return name.Length == 0 ? usual : name;
    }

    private static string Unique(HashSet<string> names, string name)
    {
        string one = name;
        for (int i = 2; !names.Add(one); i++) one = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}-{i}{Path.GetExtension(name)}");
        return one;
    }
}
