namespace Sitrep.Language.Tokens;

/// <summary>A token before analysis: its place, and what the white space before it tells the sentence splitter.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Just past the last one.</param>
/// <param name="Gap">What stands before the token.</param>
internal readonly record struct RawToken(int Start, int End, Gap Gap);

/// <summary>What stands between a token and the one before it.</summary>
internal enum Gap : byte
{
    None,
    /// <summary>Nothing, but the writer forgot the space after a full stop: "the town.The army".</summary>
    MissingSpace,
    Space,
    NewLine,
    BlankLine,
}
