using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Sitrep.Web.Safety;

/// <summary>Who may come in: a file of one line a person, role, name and hash of the key, between tabs. A key itself is shown once and never kept.</summary>
/// <remarks>Keys are 256 random bits, so that a plain SHA-256 of one tells nothing of it: nobody can try them all.</remarks>
public sealed class KeyFile
{
    private const int KeyBytes = 32;

    /// <summary>What every key begins with, so that one that leaked is recognised.</summary>
    private const string Mark = "sitrep_";

    private const int NameMax = 60;

    private readonly ImmutableArray<(Person Person, byte[] Hash)> _holders;

    private KeyFile(ImmutableArray<(Person, byte[])> holders) => _holders = holders;

    /// <exception cref="InvalidDataException">A line is not what it should be; the message says which.</exception>
    public static KeyFile Load(string path)
    {
        var holders = ImmutableArray.CreateBuilder<(Person, byte[])>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split('\t') is not [var role, { Length: > 0 } name, { Length: 64 } hash] || !Enum.TryParse(role, ignoreCase: true, out Role known) || !hash.All(char.IsAsciiHexDigit))
            {
                throw new InvalidDataException($"{path}, line {number}: expected role, name and hash between tabs, as 'sitrep serve --new-key NAME' writes them.");
            }
            holders.Add((new Person(name, known), Convert.FromHexString(hash)));
        }
        if (holders.Count == 0) throw new InvalidDataException($"{path} holds no key. Add one: sitrep serve --keys {path} --new-key NAME --role analyst.");
        return new KeyFile(holders.ToImmutable());
    }

    /// <summary>Makes a key for somebody and keeps its hash.</summary>
    /// <returns>The key: the only time anybody sees it.</returns>
    /// <exception cref="InvalidDataException">The name is taken, or no name.</exception>
    public static string Add(string path, string name, Role role)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > NameMax || name.Any(char.IsControl)) throw new InvalidDataException($"--new-key: expected a name of at most {NameMax} characters.");
        if (File.Exists(path) && File.ReadLines(path).Any(line => line.Split('\t') is [_, var taken, _] && taken == name)) throw new InvalidDataException($"--new-key: {path} has a key for {name} already. Delete its line first, or give another name.");
        string key = Mark + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options);
        file.Write($"{role.ToString().ToLowerInvariant()}\t{name}\t{Convert.ToHexStringLower(HashOf(key))}\n");
        return key;
    }

    /// <returns>Null when it is nobody's key.</returns>
    internal Person? Find(string key)
    {
        byte[] hash = HashOf(key);
        Person? found = null;
        // All are compared, so that the time it takes tells nothing.
        foreach ((Person person, byte[] known) in _holders) if (CryptographicOperations.FixedTimeEquals(hash, known)) found = person;
        return found;
    }

    /// <summary>True while the person has a key with this role: a session ends when the line is gone.</summary>
    internal bool Has(Person person) => _holders.Any(holder => holder.Person == person);

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
