using Sitrep.Store;

namespace Sitrep.Web.Safety;

/// <summary>Keeps in the store who signed in, who was refused and who added what.</summary>
internal sealed class AuditLog(string storePath, TimeProvider clock)
{
    /// <summary>Characters of a detail: a stranger decides what stands in an address.</summary>
    private const int DetailMax = 500;

    public void Note(string author, string act, string detail)
    {
        using RecordStore store = RecordStore.Open(storePath);
        store.Append(new AuditEntry(clock.GetUtcNow(), author, act, detail.Length > DetailMax ? detail[..DetailMax] : detail));
    }
}
