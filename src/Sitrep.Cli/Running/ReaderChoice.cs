using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Second;

namespace Sitrep.Cli.Running;

/// <summary>The second reader that was asked for.</summary>
/// <param name="Address">Base address, without user, password, query and fragment.</param>
internal sealed record ReaderChoice(Uri Address, string Model)
{
    /// <summary>Holds the key, if the service wants one. Keys are in no option, because options are seen by others and kept in histories.</summary>
    public const string KeyVariable = "SITREP_READER_KEY";

    private const int ModelMax = 200;

    /// <returns>Null when none was asked for.</returns>
    /// <exception cref="Failure">The two options do not name a reader.</exception>
    public static ReaderChoice? Of(string? address, string? model)
    {
        if (address is null) return model is null ? null : throw new Failure("--reader-model: names a model of a second reader; give its address too, as --reader http://localhost:8080/v1.");
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? at) || at.Scheme is not ("http" or "https") || at.UserInfo.Length > 0 || at.Query.Length > 0 || at.Fragment.Length > 0)
        {
            // The address is not repeated: who writes a key into it does not want to see it in a log.
            throw new Failure($"--reader: expected the base address of an OpenAI-compatible service, without user, password or query, as http://localhost:8080/v1. A key goes into {KeyVariable}.");
        }
        if (string.IsNullOrWhiteSpace(model)) throw new Failure("--reader: --reader-model NAME is missing. The record says which model read, so it has to be named.");
        if (model.Length > ModelMax || model.Any(char.IsControl)) throw new Failure($"--reader-model: expected a name of at most {ModelMax} characters.");
        return new ReaderChoice(at, model.Trim());
    }

    /// <param name="cancel">Ends waits and requests.</param>
    /// <exception cref="Failure">The key cannot be sent, or not safely.</exception>
    public SecondReader Open(TimeProvider clock, CancellationToken cancel)
    {
        string? key = Environment.GetEnvironmentVariable(KeyVariable)?.Trim() is { Length: > 0 } set ? set : null;
        if (key is not null && !key.All(c => c is > ' ' and < '\u007F')) throw new Failure($"{KeyVariable}: holds characters that no key has; expected letters, digits and signs without spaces.");
        if (key is not null && Address.Scheme == "http" && !SecondReader.IsNear(Address)) throw new Failure($"--reader: the key in {KeyVariable} would travel unencrypted; give an https address, or unset the variable.");
        return new SecondReader(DataFolder.Find(), Address, Model, key, new ChatLimits(), clock, cancel);
    }
}
