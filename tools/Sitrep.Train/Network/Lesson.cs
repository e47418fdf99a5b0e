namespace Sitrep.Train.Network;

/// <summary>One sentence to learn from. Unknown parts are neither learnt nor scored.</summary>
/// <param name="Features">The words; several disguises are made of one sentence by the trainer.</param>
/// <param name="Tags">Class per word; -1: unknown.</param>
/// <param name="Heads">Governor per word, -1 the root; -2: unknown.</param>
/// <param name="Relations">Class per word; -1: unknown.</param>
/// <param name="Names">Class per word; -1: unknown.</param>
/// <param name="OtherKnown">False: outside a name the set says nothing of names that are no person, place or organisation.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record Lesson(Sitrep.Language.Network.WordRows Features, int[] Tags, int[] Heads, int[] Relations, int[] Names, bool OtherKnown = true, float Weight = 1)
{
    public int Words => Tags.Length;

    public static int[] Unknown(int words, int value = -1)
    {
        int[] values = new int[words];
        Array.Fill(values, value);
        return values;
    }
}
