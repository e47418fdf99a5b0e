namespace Sitrep.Pipeline;

/// <summary>A fault of ours in one report, in words for whoever gave the report.</summary>
internal static class Fault
{
    /// <summary>One line: what was thrown, and what to do.</summary>
    public static string Words(string input, Exception fault)
    {
        Exception first = fault is AggregateException several ? several.Flatten().InnerExceptions[0] : fault;
        return $"{input}: a fault of Sitrep's, not of the report ({first.GetType().Name}: {string.Join(' ', first.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}). Run again with SITREP_DEBUG=1 to see where, and report it; the others are read.";
    }
}
