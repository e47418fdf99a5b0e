using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Store.Running;

/// <summary>Who looks on while inputs are read. Every member is called on the thread that reads; this one does nothing.</summary>
public class ReadingListener
{
    /// <summary>Reading begins.</summary>
    /// <param name="meter">Counts from now on.</param>
    public virtual void Began(IngestMeter meter)
    {
    }

    /// <summary>A report was read, and is kept.</summary>
    public virtual void Took(ReadReport report)
    {
    }

    /// <summary>An input was set aside, or something of it could not be read.</summary>
    public virtual void Told(Problem problem)
    {
    }

    /// <summary>Another report was read or found known.</summary>
    public virtual void Stepped()
    {
    }

    /// <summary>Reading has come further, also where nothing was found.</summary>
    public virtual void Moved()
    {
    }

    /// <summary>Everything has been read, or the run was stopped.</summary>
    public virtual void Ended()
    {
    }
}
