namespace Sitrep.Pipeline.Extract.Numbers;

internal enum PieceKind : byte { None, Word, Number, Mark }

/// <summary>A run of letters, a number or one mark. Finer than tokens, so that "two-day", "30km" and "Nov." look the same
/// however the tokeniser cuts them.</summary>
/// <param name="Glued">True when no white space stands before it.</param>
/// <param name="FirstToken">Index of the token it starts in.</param>
/// <param name="LastToken">Index of the token it ends in.</param>
internal readonly record struct Piece(int Start, int End, PieceKind Kind, string Form, string Lower, bool Glued, int FirstToken, int LastToken)
{
    /// <summary>What stands before the first and after the last piece.</summary>
    public static Piece Outside { get; } = new(0, 0, PieceKind.None, "", "", false, 0, 0);

    public bool IsWord => Kind == PieceKind.Word;

    public bool IsNumber => Kind == PieceKind.Number;

    public bool IsCapital => Kind == PieceKind.Word && char.IsUpper(Form[0]);

    /// <summary>A word in lower case: what a number counts, most often.</summary>
    public bool IsLowerWord => Kind == PieceKind.Word && char.IsLower(Form[0]);

    public bool IsHyphen => Kind == PieceKind.Mark && Form[0] is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014';

    /// <summary>Digits only: neither thousands commas nor a decimal point.</summary>
    public bool IsPlainDigits => Kind == PieceKind.Number && !Form.Contains('.', StringComparison.Ordinal) && !Form.Contains(',', StringComparison.Ordinal);

    /// <summary>The number; -1 when it is none, not whole, or above <paramref name="limit"/>.</summary>
    public int Small(int limit) =>
        IsPlainDigits && Form.Length <= 9 && int.Parse(Form, System.Globalization.CultureInfo.InvariantCulture) is int value && value <= limit ? value : -1;
}
