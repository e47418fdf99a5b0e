namespace Sitrep.Web.Serving;

/// <summary>Limits of what a desk takes in.</summary>
internal static class DeskLimits
{
    /// <summary>Bytes of one request: what an analyst drags from a folder; a dump is given on the command line.</summary>
    public const long RequestBytes = 64 * 1024 * 1024;
}
