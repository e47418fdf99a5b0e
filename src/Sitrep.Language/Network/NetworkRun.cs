using System.Numerics.Tensors;

namespace Sitrep.Language.Network;

/// <summary>One pass of the network over a batch of sentences, with its working memory; for one thread at a time.</summary>
internal sealed class NetworkRun(NetworkWeights weights)
{
    private float[] _low = [], _high = [], _products = [], _fresh = [], _tags = [], _names = [], _dependents = [], _projected = [], _governors = [], _labelDependents = [], _labelGovernors = [];
    private float[] _turned = [], _arcs = [], _relations = [];
    private readonly KnownProducts? _known = weights.Products[0].Panels is null ? null : new(weights.Products[0].Columns);   // weights in training change
    private readonly WholeRows _whole = new();
    private int[] _unknown = [];

    public NetworkWeights Weights => weights;

    /// <summary>Class scores of a word, after <see cref="Run"/>.</summary>
    public ReadOnlySpan<float> Tags(int word) => _tags.AsSpan(word * weights.Tag.Columns, weights.Shape.Tags);

    /// <summary>Name scores of a word, after <see cref="Run"/>.</summary>
    public ReadOnlySpan<float> Names(int word) => _names.AsSpan(word * weights.Name.Columns, weights.Shape.Names);

    /// <summary>Values from one word's name scores to the next.</summary>
    public int NameStride => weights.Name.Columns;

    /// <summary>Name scores from a word on, to be changed.</summary>
    public Span<float> NamesFrom(int word) => _names.AsSpan(word * weights.Name.Columns);

    /// <summary>Encodes the words and scores their tags and names.</summary>
    /// <param name="ends">Just past the last word of each sentence.</param>
    public void Run(WordRows features, ReadOnlySpan<int> ends)
    {
        NetworkShape shape = weights.Shape;
        int words = features.Count, width = shape.Width;
        Grow(ref _low, words * Math.Max(width, weights.Shape.InputWidth));
        Grow(ref _high, words * width);
        Grow(ref _products, words * RecurrentLayer.Parts * width);
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            Matrix products = weights.Products[layer];
            if (layer == 0) First(features, products);
            else Multiply(products, words, width, _products);
            int start = 0;
            foreach (int end in ends)
            {
                RecurrentLayer.Run(_products.AsSpan(start * products.Columns), weights.Gates[layer].Values, _high.AsSpan(start * width), end - start, shape.Hidden, default);
                start = end;
            }
            (_low, _high) = (_high, _low);
            Grow(ref _high, words * width);
        }
        Head(weights.Tag, ref _tags, words, false);
        if (shape.Names > 0) Head(weights.Name, ref _names, words, false);
        if (!shape.HasTrees) return;
        if (weights.Dependent.Whole is { } any) _whole.Fill(_low, words, width, any.AsBytes);
        Head(weights.Dependent, ref _dependents, words, true);
        Head(weights.Governor, ref _governors, words, true);
        Head(weights.LabelDependent, ref _labelDependents, words, false);
        Grow(ref _labelGovernors, words * shape.Label);
        if (weights.LabelGovernor.Whole is { } whole) whole.Multiply(_whole, _labelGovernors);
        else Gemm.Multiply(_low, width, weights.LabelGovernor.Values, _labelGovernors, shape.Label, words, width, shape.Label);
        Project(weights.Arc, _dependents, ref _projected, words);
    }

    /// <summary>The tree of one sentence of the batch.</summary>
    /// <param name="heads">Written: governor of each word within the sentence, -1 for the root.</param>
    /// <param name="relations">Written: class of the relation.</param>
    /// <param name="root">Class of the relation that the root has, and no other word.</param>
    public void Parse(int start, int end, Span<int> heads, Span<int> relations, int root)
    {
        NetworkShape shape = weights.Shape;
        int words = end - start, stride = Gemm.Padded(words + 1);
        Grow(ref _turned, shape.Arc * stride);
        Turn(weights.Root.Values.AsSpan(0, shape.Arc), _governors.AsSpan(start * shape.Arc), words, shape.Arc, stride, _turned);
        Grow(ref _arcs, words * stride);
        Gemm.Multiply(_projected.AsSpan(start * shape.Arc), shape.Arc, _turned, _arcs, stride, words, shape.Arc, stride);
        SpanningTree.Decode(_arcs.AsSpan(0, words * stride), stride, heads);
        Grow(ref _relations, words * weights.Relation.Columns);
        Grow(ref _arcs, words * shape.Label);
        for (int i = 0; i < words; i++)
        {
            Span<float> mixed = _arcs.AsSpan(i * shape.Label, shape.Label);
            ReadOnlySpan<float> governor = heads[i] < 0 ? weights.Root.Values.AsSpan(shape.Arc, shape.Label) : _labelGovernors.AsSpan((start + heads[i]) * shape.Label, shape.Label);
            TensorPrimitives.Add(_labelDependents.AsSpan((start + i) * shape.Label, shape.Label), governor, mixed);
            TensorPrimitives.Max(mixed, 0, mixed);
        }
        Project(weights.Relation, _arcs, ref _relations, words);
        for (int i = 0; i < words; i++)
        {
            Span<float> classes = _relations.AsSpan(i * weights.Relation.Columns, shape.Relations);
            classes[root] = float.NegativeInfinity;
            relations[i] = heads[i] < 0 ? root : TensorPrimitives.IndexOfMax(classes);
        }
    }

    // Only words that were not met before are multiplied.
    private void First(WordRows features, Matrix products)
    {
        int unknown = 0, width = products.Rows, columns = products.Columns;
        if (_unknown.Length < features.Count) _unknown = new int[Math.Max(features.Count, 256)];
        for (int word = 0; word < features.Count; word++)
        {
            if (_known?.TryCopy(features, word, _products.AsSpan(word * columns, columns)) == true) continue;
            Embed(weights, features, word, _low.AsSpan(unknown * width, width));
            _unknown[unknown++] = word;
        }
        Grow(ref _fresh, unknown * columns);
        Multiply(products, unknown, width, _fresh);
        for (int i = 0; i < unknown; i++)
        {
            ReadOnlySpan<float> row = _fresh.AsSpan(i * columns, columns);
            row.CopyTo(_products.AsSpan(_unknown[i] * columns));
            _known?.Keep(features, _unknown[i], row);
        }
    }

    private void Multiply(Matrix products, int words, int width, float[] output)
    {
        if (products.Whole is not { } whole) Gemm.Multiply(_low, width, products.Panels ?? products.Values, output, products.Columns, words, width, products.Columns, packed: products.Panels is not null);
        else
        {
            _whole.Fill(_low, words, width, whole.AsBytes);
            whole.Multiply(_whole, output);
        }
    }

    /// <summary>The values of a word at the bottom of the network: its row, the mean of its pieces, the sum of its traits.</summary>
    public static void Embed(NetworkWeights weights, WordRows features, int word, Span<float> values)
    {
        weights.Words.Row(features.Words[word]).CopyTo(values);
        Span<float> pieces = values.Slice(weights.Shape.WordWidth, weights.Shape.PieceWidth), traits = values[(weights.Shape.WordWidth + weights.Shape.PieceWidth)..];
        pieces.Clear();
        traits.Clear();
        ReadOnlySpan<int> rows = features.Pieces(word);
        foreach (int row in rows) TensorPrimitives.Add(pieces, weights.Pieces.Row(row), pieces);
        TensorPrimitives.Multiply(pieces, PieceScale(rows.Length), pieces);
        foreach (int row in features.Traits(word)) TensorPrimitives.Add(traits, weights.Traits.Row(row), traits);
    }

    /// <summary>Keeps long and short words at one size.</summary>
    public static float PieceScale(int count) => 1 / MathF.Sqrt(Math.Max(1, count));

    /// <summary>Governors as columns: the root first, then the words.</summary>
    public static void Turn(ReadOnlySpan<float> root, ReadOnlySpan<float> governors, int words, int width, int stride, Span<float> turned)
    {
        for (int k = 0; k < width; k++)
        {
            Span<float> row = turned.Slice(k * stride, stride);
            row[0] = root[k];
            for (int i = 0; i < words; i++) row[i + 1] = governors[(i * width) + k];
            row[(words + 1)..].Clear();
        }
    }

    private void Head(Matrix head, ref float[] values, int words, bool positive)
    {
        if (head.Whole is not { } whole) Project(head, _low, ref values, words);
        else
        {
            Grow(ref values, words * head.Columns);
            whole.Multiply(_whole, values);
            ReadOnlySpan<float> bias = head.Row(head.Rows - 1);
            for (int i = 0; i < words; i++) TensorPrimitives.Add(values.AsSpan(i * head.Columns, head.Columns), bias, values.AsSpan(i * head.Columns, head.Columns));
        }
        if (positive) TensorPrimitives.Max(values.AsSpan(0, words * head.Columns), 0, values.AsSpan(0, words * head.Columns));
    }

    /// <summary>input · head, with the head's last row as bias.</summary>
    private static void Project(Matrix head, float[] input, ref float[] values, int words)
    {
        Grow(ref values, words * head.Columns);
        ReadOnlySpan<float> bias = head.Row(head.Rows - 1);
        for (int i = 0; i < words; i++) bias.CopyTo(values.AsSpan(i * head.Columns));
        Gemm.Multiply(input, head.Rows - 1, head.Values, values, head.Columns, words, head.Rows - 1, head.Columns, add: true);
    }

    private static void Grow(ref float[] values, int size)
    {
        if (values.Length < size) values = new float[Math.Max(size, 1024)];
    }
}
