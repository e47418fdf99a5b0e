using System.Numerics.Tensors;
using Sitrep.Language.Names;
using Sitrep.Language.Network;
using Sitrep.Language.Tokens;

namespace Sitrep.Train.Network;

/// <summary>What is dropped while training, as shares.</summary>
internal sealed record Dropout(float Input, float Layer, float Head, float RareWord);

/// <summary>Runs lessons forward and their errors back; one per thread.</summary>
internal sealed class NetworkWorker(NetworkParameters parameters, Dropout dropout, int worker)
{
    private readonly NetworkShape _shape = parameters.Weights.Shape;
    private readonly NetworkWeights _weights = parameters.Weights;
    private readonly float[][] _inputs = [.. Enumerable.Repeat(Array.Empty<float>(), parameters.Weights.Shape.Layers + 1)];
    private readonly float[][] _inputMasks = [.. Enumerable.Repeat(Array.Empty<float>(), parameters.Weights.Shape.Layers + 1)];
    private readonly float[][] _products = [.. Enumerable.Repeat(Array.Empty<float>(), parameters.Weights.Shape.Layers)];
    private readonly float[][] _traces = [.. Enumerable.Repeat(Array.Empty<float>(), parameters.Weights.Shape.Layers)];
    private float[] _turned = [], _gradient = [], _below = [], _productGradient = [], _scratch = [], _scratch2 = [];
    private Random _random = new(0);
    private int[] _words = [];
    private int _count;
    private IReadOnlyList<Lesson> _lessons = [];

    /// <summary>Frequency of each row of the word table: rare words are hidden more often.</summary>
    public required int[] Frequencies { get; init; }

    public double TagLoss { get; private set; }
    public double ArcLoss { get; private set; }
    public double LabelLoss { get; private set; }
    public double NameLoss { get; private set; }

    public void Run(IReadOnlyList<Lesson> lessons, int seed)
    {
        (_lessons, _random) = (lessons, new Random(seed));
        (TagLoss, ArcLoss, LabelLoss, NameLoss) = (0, 0, 0, 0);
        _count = lessons.Sum(lesson => lesson.Words);
        if (_count == 0) return;
        Forward();
        int width = _shape.Width;
        float[] top = _inputs[^1];
        Resize(ref _turned, width * Gemm.Padded(_count));
        Parameter.Turn(top, _count, width, _turned, Gemm.Padded(_count));
        Resize(ref _gradient, _count * width, clear: true);
        Tags();
        if (_shape.Names > 0) Names();
        if (_shape.HasTrees) Trees();
        Backward();
    }

    private void Forward()
    {
        Resize(ref _inputs[0], _count * _shape.InputWidth);
        Resize(ref _inputMasks[0], _lessons.Count * _shape.InputWidth);
        if (_words.Length < _count) _words = new int[_count * 2];
        int at = 0;
        foreach (Lesson lesson in _lessons)
        {
            for (int i = 0; i < lesson.Words; i++, at++)
            {
                int row = lesson.Features.Words[i];
                _words[at] = row != 0 && _random.NextSingle() * (dropout.RareWord + Frequencies[row]) < dropout.RareWord ? 0 : row;
                Span<float> values = _inputs[0].AsSpan(at * _shape.InputWidth, _shape.InputWidth);
                NetworkRun.Embed(_weights, lesson.Features, i, values);
                if (_words[at] != row) _weights.Words.Row(0).CopyTo(values);
            }
        }
        Drop(_inputs[0], ref _inputMasks[0], _shape.InputWidth, dropout.Input);
        int width = _shape.Width;
        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            Matrix products = _weights.Products[layer];
            Resize(ref _products[layer], _count * products.Columns);
            Resize(ref _traces[layer], _count * 3 * width);
            Resize(ref _inputs[layer + 1], _count * width);
            Gemm.Multiply(_inputs[layer], products.Rows, products.Values, _products[layer], products.Columns, _count, products.Rows, products.Columns);
            at = 0;
            foreach (Lesson lesson in _lessons)
            {
                RecurrentLayer.Run(_products[layer].AsSpan(at * products.Columns), _weights.Gates[layer].Values, _inputs[layer + 1].AsSpan(at * width), lesson.Words, _shape.Hidden, _traces[layer].AsSpan(at * 3 * width));
                at += lesson.Words;
            }
            Drop(_inputs[layer + 1], ref _inputMasks[layer + 1], width, dropout.Layer);
        }
    }

    private void Backward()
    {
        int width = _shape.Width;
        for (int layer = _shape.Layers - 1; layer >= 0; layer--)
        {
            ApplyMask(_gradient, _inputMasks[layer + 1], width);
            Matrix products = _weights.Products[layer];
            Resize(ref _productGradient, _count * products.Columns);
            int at = 0;
            foreach (Lesson lesson in _lessons)
            {
                RecurrentBackward.Run(_products[layer].AsSpan(at * products.Columns), _weights.Gates[layer].Values, _traces[layer].AsSpan(at * 3 * width), _gradient.AsSpan(at * width),
                    _productGradient.AsSpan(at * products.Columns), parameters.Gates[layer].Gradients[worker], lesson.Words, _shape.Hidden);
                at += lesson.Words;
            }
            int inputs = products.Rows;
            Resize(ref _turned, inputs * Gemm.Padded(_count));
            Parameter.Turn(_inputs[layer], _count, inputs, _turned, Gemm.Padded(_count));
            Gemm.Multiply(_turned, Gemm.Padded(_count), _productGradient, parameters.Products[layer].Gradients[worker], products.Columns, inputs, _count, products.Columns, add: true);
            Resize(ref _below, _count * inputs);
            Gemm.Multiply(_productGradient, products.Columns, parameters.Products[layer].Turned, _below, inputs, _count, products.Columns, inputs);
            (_gradient, _below) = (_below, _gradient);
        }
        ApplyMask(_gradient, _inputMasks[0], _shape.InputWidth);
        int word = 0;
        foreach (Lesson lesson in _lessons)
        {
            for (int i = 0; i < lesson.Words; i++, word++)
            {
                ReadOnlySpan<float> values = _gradient.AsSpan(word * _shape.InputWidth, _shape.InputWidth);
                Span<float> row = parameters.Words.Touch(worker, _words[word]);
                TensorPrimitives.Add(row, values[.._shape.WordWidth], row);
                ReadOnlySpan<int> pieces = lesson.Features.Pieces(i);
                ReadOnlySpan<float> pieceGradient = values.Slice(_shape.WordWidth, _shape.PieceWidth), traitGradient = values[(_shape.WordWidth + _shape.PieceWidth)..];
                foreach (int piece in pieces)
                {
                    row = parameters.Pieces.Touch(worker, piece);
                    TensorPrimitives.MultiplyAdd(pieceGradient, NetworkRun.PieceScale(pieces.Length), row, row);
                }
                foreach (int trait in lesson.Features.Traits(i))
                {
                    row = parameters.Traits.Touch(worker, trait);
                    TensorPrimitives.Add(row, traitGradient, row);
                }
            }
        }
    }

    private void Tags()
    {
        int columns = _weights.Tag.Columns;
        float[] scores = Dense(parameters.Tag, ref _scratch);
        int at = 0;
        foreach (Lesson lesson in _lessons)
        {
            for (int i = 0; i < lesson.Words; i++, at++)
            {
                Span<float> row = scores.AsSpan(at * columns, columns);
                if (lesson.Tags[i] < 0) row.Clear();
                else TagLoss += Loss(row, _shape.Tags, lesson.Tags[i], lesson.Weight);
            }
        }
        DenseBackward(parameters.Tag, scores);
    }

    private void Names()
    {
        int columns = _weights.Name.Columns;
        float[] scores = Dense(parameters.Name, ref _scratch);
        int at = 0;
        foreach (Lesson lesson in _lessons)
        {
            for (int i = 0; i < lesson.Words; i++, at++)
            {
                Span<float> row = scores.AsSpan(at * columns, columns);
                int gold = lesson.Names[i];
                if (gold < 0)
                {
                    row.Clear();
                    continue;
                }
                if (gold == 0 && !lesson.OtherKnown)
                {
                    foreach (NameKind kind in (NameKind[])[NameKind.Other, NameKind.Group]) (row[NameClasses.Begin(kind)], row[NameClasses.Inside(kind)]) = (-1e9f, -1e9f);
                }
                NameLoss += Loss(row, _shape.Names, gold, lesson.Weight);
            }
        }
        DenseBackward(parameters.Name, scores);
    }

    private float[] _dependents = [], _governors = [], _projected = [], _labelDependents = [], _labelGovernors = [], _dependentMask = [], _governorMask = [], _labelMask = [];
    private float[] _dependentGradient = [], _governorGradient = [], _projectedGradient = [], _labelDependentGradient = [], _labelGovernorGradient = [];
    private float[] _columns = [], _arcs = [], _mixed = [], _relationScores = [], _governorsOfSentence = [], _turnedArcs = [], _small = [];

    private void Trees()
    {
        int arc = _shape.Arc, label = _shape.Label;
        Dense(parameters.Dependent, ref _dependents);
        Dense(parameters.Governor, ref _governors);
        Dense(parameters.LabelDependent, ref _labelDependents);
        TensorPrimitives.Max(_dependents, 0, _dependents);
        TensorPrimitives.Max(_governors, 0, _governors);
        Drop(_dependents, ref _dependentMask, arc, dropout.Head);
        Drop(_governors, ref _governorMask, arc, dropout.Head);
        Resize(ref _labelGovernors, _count * label);
        Gemm.Multiply(_inputs[^1], _shape.Width, _weights.LabelGovernor.Values, _labelGovernors, label, _count, _shape.Width, label);
        Resize(ref _projected, _count * arc);
        for (int i = 0; i < _count; i++) _weights.Arc.Row(arc).CopyTo(_projected.AsSpan(i * arc));
        Gemm.Multiply(_dependents, arc, _weights.Arc.Values, _projected, arc, _count, arc, arc, add: true);
        Resize(ref _projectedGradient, _count * arc, clear: true);
        Resize(ref _governorGradient, _count * arc, clear: true);
        Resize(ref _labelDependentGradient, _count * label, clear: true);
        Resize(ref _labelGovernorGradient, _count * label, clear: true);
        Resize(ref _labelMask, _lessons.Count * label);
        Span<float> rootGradient = parameters.Root.Gradients[worker];
        int start = 0, number = 0;
        foreach (Lesson lesson in _lessons)
        {
            int words = lesson.Words;
            if (lesson.Heads.Any(head => head > -2))
            {
                Arcs(lesson, start, rootGradient[..arc]);
                Labels(lesson, start, _labelMask.AsSpan(number * label, label), rootGradient.Slice(arc, label));
            }
            start += words;
            number++;
        }
        // Arc: projected = dependents * arc + bias
        AddBias(_projectedGradient, arc, parameters.Arc.Gradients[worker].AsSpan(arc * arc, arc));
        Resize(ref _scratch, arc * Gemm.Padded(_count));
        Parameter.Turn(_dependents, _count, arc, _scratch, Gemm.Padded(_count));
        Gemm.Multiply(_scratch, Gemm.Padded(_count), _projectedGradient, parameters.Arc.Gradients[worker], arc, arc, _count, arc, add: true);
        Resize(ref _dependentGradient, _count * Gemm.Padded(arc + 1));
        Gemm.Multiply(_projectedGradient, arc, parameters.Arc.Turned, _dependentGradient, Gemm.Padded(arc + 1), _count, arc, Gemm.Padded(arc + 1));
        for (int i = 0; i < _count; i++) _dependentGradient.AsSpan(i * Gemm.Padded(arc + 1), arc).CopyTo(_dependentGradient.AsSpan(i * arc, arc));
        ThroughRelu(_dependents, _dependentGradient, _dependentMask, arc);
        ThroughRelu(_governors, _governorGradient, _governorMask, arc);
        DenseBackward(parameters.Dependent, _dependentGradient);
        DenseBackward(parameters.Governor, _governorGradient);
        DenseBackward(parameters.LabelDependent, _labelDependentGradient);
        Gemm.Multiply(_turned, Gemm.Padded(_count), _labelGovernorGradient, parameters.LabelGovernor.Gradients[worker], label, _shape.Width, _count, label, add: true);
        Gemm.Multiply(_labelGovernorGradient, label, parameters.LabelGovernor.Turned, _gradient, _shape.Width, _count, label, _shape.Width, add: true);
    }

    private void Arcs(Lesson lesson, int start, Span<float> rootGradient)
    {
        int arc = _shape.Arc, words = lesson.Words, stride = Gemm.Padded(words + 1);
        Resize(ref _columns, arc * stride);
        NetworkRun.Turn(_weights.Root.Values.AsSpan(0, arc), _governors.AsSpan(start * arc), words, arc, stride, _columns);
        Resize(ref _arcs, words * stride);
        Gemm.Multiply(_projected.AsSpan(start * arc), arc, _columns, _arcs, stride, words, arc, stride);
        for (int i = 0; i < words; i++)
        {
            Span<float> row = _arcs.AsSpan(i * stride, stride);
            if (lesson.Heads[i] < -1)
            {
                row.Clear();
                continue;
            }
            row[i + 1] = -1e9f;
            ArcLoss += Loss(row, words + 1, lesson.Heads[i] + 1, lesson.Weight);
        }
        // d projected = d arcs * governors; d governors = d arcs turned * projected
        Resize(ref _governorsOfSentence, stride * arc, clear: true);
        _weights.Root.Values.AsSpan(0, arc).CopyTo(_governorsOfSentence);
        _governors.AsSpan(start * arc, words * arc).CopyTo(_governorsOfSentence.AsSpan(arc));
        Gemm.Multiply(_arcs, stride, _governorsOfSentence, _projectedGradient.AsSpan(start * arc), arc, words, words + 1, arc, add: true);
        int turnedStride = Gemm.Padded(words);
        Resize(ref _turnedArcs, stride * turnedStride, clear: true);
        Parameter.Turn(_arcs, words, stride, _turnedArcs, turnedStride);
        Resize(ref _small, (words + 1) * arc);
        Gemm.Multiply(_turnedArcs, turnedStride, _projected.AsSpan(start * arc), _small, arc, words + 1, words, arc);
        TensorPrimitives.Add(rootGradient, _small.AsSpan(0, arc), rootGradient);
        Span<float> governors = _governorGradient.AsSpan(start * arc, words * arc);
        TensorPrimitives.Add(governors, _small.AsSpan(arc, words * arc), governors);
    }

    private void Labels(Lesson lesson, int start, Span<float> mask, Span<float> rootGradient)
    {
        int label = _shape.Label, words = lesson.Words, columns = _weights.Relation.Columns;
        for (int k = 0; k < label; k++) mask[k] = _random.NextSingle() < dropout.Head ? 0 : 1 / (1 - dropout.Head);
        Resize(ref _mixed, words * label);
        Resize(ref _relationScores, words * columns);
        for (int i = 0; i < words; i++)
        {
            Span<float> mixed = _mixed.AsSpan(i * label, label);
            int head = lesson.Heads[i];
            ReadOnlySpan<float> governor = head < 0 ? _weights.Root.Values.AsSpan(_shape.Arc, label) : _labelGovernors.AsSpan((start + head) * label, label);
            TensorPrimitives.Add(_labelDependents.AsSpan((start + i) * label, label), governor, mixed);
            TensorPrimitives.Max(mixed, 0, mixed);
            TensorPrimitives.Multiply(mixed, mask, mixed);
            _weights.Relation.Row(label).CopyTo(_relationScores.AsSpan(i * columns));
        }
        Gemm.Multiply(_mixed, label, _weights.Relation.Values, _relationScores, columns, words, label, columns, add: true);
        for (int i = 0; i < words; i++)
        {
            Span<float> row = _relationScores.AsSpan(i * columns, columns);
            if (lesson.Relations[i] < 0 || lesson.Heads[i] < -1) row.Clear();
            else LabelLoss += Loss(row, _shape.Relations, lesson.Relations[i], lesson.Weight);
        }
        Resize(ref _small, Math.Max(label * Gemm.Padded(words), words * Gemm.Padded(label + 1)));
        Parameter.Turn(_mixed, words, label, _small, Gemm.Padded(words));
        float[] gradients = parameters.Relation.Gradients[worker];
        Gemm.Multiply(_small, Gemm.Padded(words), _relationScores, gradients, columns, label, words, columns, add: true);
        for (int i = 0; i < words; i++)
        {
            Span<float> bias = gradients.AsSpan(label * columns, columns);
            TensorPrimitives.Add(bias, _relationScores.AsSpan(i * columns, columns), bias);
        }
        int wide = parameters.Relation.TurnedColumns;
        Gemm.Multiply(_relationScores, columns, parameters.Relation.Turned, _small, wide, words, columns, wide);
        for (int i = 0; i < words; i++)
        {
            if (lesson.Relations[i] < 0 || lesson.Heads[i] < -1) continue;
            Span<float> gradient = _small.AsSpan(i * wide, label);
            ReadOnlySpan<float> mixed = _mixed.AsSpan(i * label, label);
            for (int k = 0; k < label; k++) gradient[k] = mixed[k] > 0 ? gradient[k] * mask[k] : 0;
            Span<float> dependent = _labelDependentGradient.AsSpan((start + i) * label, label);
            TensorPrimitives.Add(dependent, gradient, dependent);
            int head = lesson.Heads[i];
            Span<float> governor = head < 0 ? rootGradient : _labelGovernorGradient.AsSpan((start + head) * label, label);
            TensorPrimitives.Add(governor, gradient, governor);
        }
    }

    /// <summary>Turns scores into the gradient of their cross entropy.</summary>
    private static double Loss(Span<float> row, int classes, int gold, float weight)
    {
        row[classes..].Clear();
        Span<float> scores = row[..classes];
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max(scores), scores);   // SoftMax itself overflows
        TensorPrimitives.SoftMax(scores, scores);
        double loss = -Math.Log(Math.Max(scores[gold], 1e-12));
        scores[gold] -= 1;
        if (weight != 1) TensorPrimitives.Multiply(scores, weight, scores);
        return loss * weight;
    }

    private float[] Dense(Parameter head, ref float[] values)
    {
        Matrix matrix = head.Matrix;
        Resize(ref values, _count * matrix.Columns);
        ReadOnlySpan<float> bias = matrix.Row(matrix.Rows - 1);
        for (int i = 0; i < _count; i++) bias.CopyTo(values.AsSpan(i * matrix.Columns));
        Gemm.Multiply(_inputs[^1], matrix.Rows - 1, matrix.Values, values, matrix.Columns, _count, matrix.Rows - 1, matrix.Columns, add: true);
        return values;
    }

    private void DenseBackward(Parameter head, float[] gradient)
    {
        int columns = head.Matrix.Columns, width = _shape.Width;
        Gemm.Multiply(_turned, Gemm.Padded(_count), gradient, head.Gradients[worker], columns, width, _count, columns, add: true);
        AddBias(gradient, columns, head.Gradients[worker].AsSpan(width * columns, columns));
        Resize(ref _scratch2, _count * head.TurnedColumns);
        Gemm.Multiply(gradient, columns, head.Turned, _scratch2, head.TurnedColumns, _count, columns, head.TurnedColumns);
        for (int i = 0; i < _count; i++)
        {
            Span<float> row = _gradient.AsSpan(i * width, width);
            TensorPrimitives.Add(row, _scratch2.AsSpan(i * head.TurnedColumns, width), row);
        }
    }

    private void AddBias(float[] gradient, int columns, Span<float> bias)
    {
        for (int i = 0; i < _count; i++) TensorPrimitives.Add(bias, gradient.AsSpan(i * columns, columns), bias);
    }

    /// <summary>One mask per sentence, the same for all its words (Gal and Ghahramani 2016).</summary>
    private void Drop(float[] values, ref float[] masks, int width, float share)
    {
        Resize(ref masks, _lessons.Count * width);
        for (int i = 0; i < _lessons.Count * width; i++) masks[i] = _random.NextSingle() < share ? 0 : 1 / (1 - share);
        ApplyMask(values, masks, width);
    }

    private void ApplyMask(float[] values, float[] masks, int width)
    {
        int at = 0, number = 0;
        foreach (Lesson lesson in _lessons)
        {
            ReadOnlySpan<float> mask = masks.AsSpan(number++ * width, width);
            for (int i = 0; i < lesson.Words; i++, at++)
            {
                Span<float> row = values.AsSpan(at * width, width);
                TensorPrimitives.Multiply(row, mask, row);
            }
        }
    }

    private void ThroughRelu(float[] values, float[] gradient, float[] masks, int width)
    {
        ApplyMask(gradient, masks, width);
        for (int i = 0; i < _count * width; i++)
        {
            if (values[i] <= 0) gradient[i] = 0;
        }
    }

    private static void Resize(ref float[] values, int size, bool clear = false)
    {
        if (values.Length < size) values = new float[size + (size / 2)];
        else if (clear) Array.Clear(values, 0, size);
    }
}
