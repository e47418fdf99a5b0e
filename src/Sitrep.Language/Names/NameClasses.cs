using Sitrep.Language.Tokens;

namespace Sitrep.Language.Names;

/// <summary>The classes of a word as part of a name: outside; then begin and inside for each kind, in the order of <see cref="NameKind"/>.</summary>
internal static class NameClasses
{
    public const int Count = 11;

    public static int Begin(NameKind kind) => ((int)kind * 2) - 1;

    public static int Inside(NameKind kind) => (int)kind * 2;

    public static NameKind KindOf(int nameClass) => (NameKind)((nameClass + 1) / 2);

    public static bool IsInside(int nameClass) => nameClass > 0 && nameClass % 2 == 0;

    /// <summary>Inside a name only after a word of the same name.</summary>
    public static bool Follows(int nameClass, int before) => !IsInside(nameClass) || KindOf(nameClass) == KindOf(before);
}
