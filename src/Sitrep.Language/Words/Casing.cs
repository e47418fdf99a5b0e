namespace Sitrep.Language.Words;

/// <summary>What becomes of the capitals of a word in its lemma.</summary>
internal enum Casing : ushort
{
    Lower,
    AsWritten,
    /// <summary>First letter a capital, the others not.</summary>
    Title,
    Upper,
}

/// <summary>How a word is written.</summary>
internal enum Shape
{
    Lower,
    /// <summary>Capitals and small letters: "Syria", "iPhone".</summary>
    Title,
    /// <summary>Two capitals or more, no small letter.</summary>
    Upper,
    /// <summary>One letter, a capital.</summary>
    Initial,
}

/// <summary>Reads and gives capitals.</summary>
internal static class Capitals
{
    public static Shape ShapeOf(ReadOnlySpan<char> form)
    {
        if (form.Length == 0) return Shape.Lower;
        if (!char.IsUpper(form[0])) return form[1..].ContainsAnyInRange('A', 'Z') ? Shape.Title : Shape.Lower;
        if (form.Length == 1 || (form.Length == 2 && form[1] == '.')) return Shape.Initial;
        foreach (char c in form)
        {
            if (char.IsLower(c)) return Shape.Title;
        }
        return Shape.Upper;
    }

    /// <summary>Gives the lemma its capitals.</summary>
    /// <param name="lemma">In lower case; overwritten.</param>
    /// <param name="form">The word as written.</param>
    /// <param name="kept">Leading characters that the lemma has from the word.</param>
    public static void Apply(Casing casing, Span<char> lemma, ReadOnlySpan<char> form, int kept)
    {
        if (lemma.Length == 0) return;
        switch (casing)
        {
            case Casing.AsWritten:
                form[..Math.Min(kept, lemma.Length)].CopyTo(lemma);
                break;
            case Casing.Title:
                lemma[0] = char.ToUpperInvariant(lemma[0]);
                break;
            case Casing.Upper:
                foreach (ref char c in lemma) c = char.ToUpperInvariant(c);
                break;
        }
    }
}
