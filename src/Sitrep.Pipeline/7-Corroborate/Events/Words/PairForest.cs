using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Corroborate.Events.Words;

/// <summary>How likely two words name one happening: a sum of small decision trees (gradient boosting, Friedman 2001), from <c>data/event-pairs.tsv</c>.</summary>
public sealed class PairForest
{
    private readonly ImmutableArray<ImmutableArray<PairNode>> _trees;

    /// <param name="trees">Each with its root first.</param>
    public PairForest(IEnumerable<ImmutableArray<PairNode>> trees) => _trees = [.. trees];

    /// <exception cref="IOException">The table is missing.</exception>
    /// <exception cref="InvalidDataException">It names a number that is not known, or a node that is not there.</exception>
    public static PairForest Load(DataFolder data)
    {
        const string Name = "event-pairs.tsv";
        return new PairForest(data.Rows(Name, "tree", "number", "at_most", "then", "else", "value").GroupBy(row => row[0], StringComparer.Ordinal).Select(tree => tree.Select(Node).ToImmutableArray()).Select(Checked));

        PairNode Node(string[] row)
        {
            int feature = row[1].Length == 0 ? -1 : WordPair.Names.IndexOf(row[1]);
            if (row[1].Length > 0 && feature < 0) throw new InvalidDataException($"{data.PathOf(Name)}: '{row[1]}' is no number that is known of two words.");
            return new PairNode(feature, feature < 0 ? 0 : Real(row[2]), feature < 0 ? 0 : (int)Real(row[3]), feature < 0 ? 0 : (int)Real(row[4]), feature < 0 ? Real(row[5]) : 0);
        }

        ImmutableArray<PairNode> Checked(ImmutableArray<PairNode> tree)
        {
            for (int i = 0; i < tree.Length; i++)
            {
                // A way leads onward only, so that every walk ends.
                if (tree[i].Feature >= 0 && (tree[i].Then <= i || tree[i].Else <= i || tree[i].Then >= tree.Length || tree[i].Else >= tree.Length)) throw new InvalidDataException($"{data.PathOf(Name)}: a node leads to one that is not there.");
            }
            return tree;
        }
    }

    /// <param name="numbers">Of <see cref="WordPair.Of"/>.</param>
    /// <returns>0 to 1.</returns>
    public double Probability(ReadOnlySpan<float> numbers)
    {
        double sum = 0;
        foreach (ImmutableArray<PairNode> tree in _trees)
        {
            int at = 0;
            while (tree[at].Feature >= 0) at = numbers[tree[at].Feature] <= tree[at].AtMost ? tree[at].Then : tree[at].Else;
            sum += tree[at].Value;
        }
        return 1 / (1 + Math.Exp(-sum));
    }

    private static float Real(string cell) => float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) ? value : throw new InvalidDataException($"event-pairs.tsv: '{cell}' is no number.");
}

/// <summary>A node of a decision tree.</summary>
/// <param name="Feature">Which number is asked; -1 at a leaf.</param>
/// <param name="AtMost">The way to <paramref name="Then"/> is taken up to this value, the way to <paramref name="Else"/> above it.</param>
/// <param name="Value">What a leaf adds to the log odds.</param>
public readonly record struct PairNode(int Feature, float AtMost, int Then, int Else, float Value);
