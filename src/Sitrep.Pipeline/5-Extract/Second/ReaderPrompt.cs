using System.Security.Cryptography;
using System.Text;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>What the model is told to do: <c>data/second-reader.txt</c> with the record's words put in.</summary>
/// <param name="Hash">Ten hex digits of the SHA-256 of the text: another instruction makes another reader.</param>
internal sealed record ReaderPrompt(string Text, string Hash)
{
    /// <exception cref="IOException">The file is missing.</exception>
    public static ReaderPrompt Load(DataFolder data, ChatLimits limits)
    {
        IEnumerable<string> lines = File.ReadLines(data.PathOf("second-reader.txt")).Where(line => !line.StartsWith('#'));
        string text = string.Join('\n', lines).Trim()
            .Replace("{types}", Vocabulary.List<EventType>(), StringComparison.Ordinal)
            .Replace("{measures}", Vocabulary.List<Measure>(), StringComparison.Ordinal)
            .Replace("{stances}", Vocabulary.List<Stance>(), StringComparison.Ordinal)
            .Replace("{items}", limits.Items.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return new ReaderPrompt(text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 5)));
    }
}
