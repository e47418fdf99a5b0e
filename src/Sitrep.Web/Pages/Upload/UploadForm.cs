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
    /// <param name="mayBePrivate">False where strangers give addresses: they are not led into the network of the server.</param>
    /// <returns>The job, and what it is in words.</returns>
    /// <exception cref="BadQueryException">There is nothing, too much, or an address that is none.</exception>
    public static async Task<(ReadingJob Job, string Told)> TakeAsync(IFormCollection form, bool mayBePrivate, CancellationToken cancel)
    {
        string text = form["text"].ToString();
        string[] addresses = [.. form["addresses"].ToString().Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        IFormFile[] files = [.. form.Files.Where(file => file.Length > 0)];
        if (files.Length > UploadLimits.Files) throw new BadQueryException($"files: expected at most {UploadLimits.Files} at a time.");
        if (text.Length > UploadLimits.TextCharacters) throw new BadQueryException($"text: expected at most {UploadLimits.TextCharacters} characters; save it as a file.");
        if (addresses.Length > UploadLimits.Addresses) throw new BadQueryException($"addresses: expected at most {UploadLimits.Addresses} at a time.");
        foreach (string address in addresses)
        {
            if (!IngestStage.IsAddress(address) || !Uri.TryCreate(address, UriKind.Absolute, out Uri? at)) throw new BadQueryException("addresses: expected one address a line, as https://example.org/story.");
            if (!mayBePrivate && PrivateNetworks.Holds(at)) throw new BadQueryException("addresses: one leads into a private network, which this server does not fetch from.");
        }
        bool pasted = !string.IsNullOrWhiteSpace(text);
        if (files.Length + addresses.Length == 0 && !pasted) throw new BadQueryException("Nothing was sent; expected files, a pasted text or addresses.");

        string folder = Directory.CreateTempSubdirectory("sitrep-added").FullName;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (IFormFile file in files)
        {
            await using FileStream kept = File.Create(Path.Combine(folder, Unique(names, NameOf(file.FileName, "report"))));
            await file.CopyToAsync(kept, cancel);
        }
        if (pasted) await File.WriteAllTextAsync(Path.Combine(folder, Unique(names, PastedName(form["name"].ToString(), text))), text, cancel);
        string[] inputs = files.Length > 0 || pasted ? [folder, .. addresses] : addresses;
        return (new ReadingJob(inputs, folder), string.Join(", ", files.Select(file => NameOf(file.FileName, "report")).Concat(pasted ? ["pasted text"] : []).Concat(addresses).Take(10)));
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
