namespace Sitrep.Web.Pages.Upload;

/// <summary>Limits of one form; a crisis is read from the command line.</summary>
internal static class UploadLimits
{
    public const int Files = 500;

    /// <summary>Characters of pasted text: a long report has 50,000.</summary>
    public const int TextCharacters = 1_000_000;

    public const int Addresses = 100;

    /// <summary>Characters of a file's name that are kept.</summary>
    public const int NameCharacters = 120;
}
