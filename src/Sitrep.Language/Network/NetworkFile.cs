using System.Runtime.InteropServices;

namespace Sitrep.Language.Network;

/// <summary>Networks on disk: embedding tables as bytes with one scale per row, all else as half floats.</summary>
internal static class NetworkFile
{
    private const int MostValues = 40_000_000;

    public static void Write(BinaryWriter writer, NetworkWeights weights)
    {
        NetworkShape shape = weights.Shape;
        foreach (int size in (int[])[shape.Words, shape.Pieces, shape.Traits, shape.WordWidth, shape.PieceWidth, shape.TraitWidth, shape.Layers, shape.Hidden, shape.Arc, shape.Label, shape.Tags, shape.Relations, shape.Names])
        {
            writer.Write(size);
        }
        foreach (Matrix matrix in weights.All)
        {
            if (IsTable(weights, matrix)) WriteBytes(writer, matrix);
            else
            {
                foreach (float value in matrix.Values) writer.Write((Half)value);
            }
        }
    }

    /// <exception cref="InvalidDataException">The sizes make no network.</exception>
    public static NetworkWeights Read(BinaryReader reader)
    {
        int[] sizes = new int[13];
        for (int i = 0; i < sizes.Length; i++) sizes[i] = reader.ReadInt32();
        var shape = new NetworkShape(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5], sizes[6], sizes[7], sizes[8], sizes[9], sizes[10], sizes[11], sizes[12]);
        bool fits = sizes.All(size => size is >= 0 and <= 1_000_000) && shape.Layers is > 0 and < 16 && shape.Hidden is > 0 and <= 1024 && shape.Hidden % Gemm.Lanes == 0 && shape.WordWidth <= 1024
            && (long)shape.Words * shape.WordWidth <= MostValues && (long)shape.Pieces * shape.PieceWidth <= MostValues && (shape.Pieces & (shape.Pieces - 1)) == 0;
        if (!fits) throw new InvalidDataException("The sizes of the network are impossible.");
        var weights = new NetworkWeights(shape);
        foreach (Matrix matrix in weights.All)
        {
            if (IsTable(weights, matrix)) ReadBytes(reader, matrix);
            else
            {
                byte[] bytes = reader.ReadBytes(matrix.Values.Length * 2);
                if (bytes.Length < matrix.Values.Length * 2) throw new EndOfStreamException();
                System.Numerics.Tensors.TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(bytes), matrix.Values);
            }
        }
        // Sentence ends decide where everything else is read, and that network is small: it stays as it was learnt. So does the lowest layer, whose words differ too much in size for one scale.
        foreach (Matrix products in shape.HasTrees ? weights.Products[..1] : weights.Products) products.Pack();
        if (!shape.HasTrees) return weights;
        foreach (Matrix matrix in (Matrix[])[.. weights.Products[1..], weights.Dependent, weights.Governor, weights.LabelDependent, weights.LabelGovernor]) matrix.Round(shape.Width);
        return weights;
    }

    private static bool IsTable(NetworkWeights weights, Matrix matrix) => matrix == weights.Words || matrix == weights.Pieces || matrix == weights.Traits;

    private static void WriteBytes(BinaryWriter writer, Matrix matrix)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            Span<float> values = matrix.Row(row);
            float most = 1e-6f;
            foreach (float value in values) most = Math.Max(most, Math.Abs(value));
            writer.Write((Half)(most / 127));
            float scale = (float)(Half)(most / 127);
            foreach (float value in values) writer.Write((sbyte)Math.Clamp(MathF.Round(value / scale), -127, 127));
        }
    }

    private static void ReadBytes(BinaryReader reader, Matrix matrix)
    {
        byte[] bytes = reader.ReadBytes(matrix.Rows * (matrix.Columns + 2));
        if (bytes.Length < matrix.Rows * (matrix.Columns + 2)) throw new EndOfStreamException();
        int at = 0;
        for (int row = 0; row < matrix.Rows; row++)
        {
            float scale = (float)BitConverter.ToHalf(bytes, at);
            at += 2;
            Span<float> values = matrix.Row(row);
            for (int k = 0; k < values.Length; k++) values[k] = scale * unchecked((sbyte)bytes[at + k]);
            at += values.Length;
        }
    }
}
