namespace Sitrep.Language.Network;

/// <summary>Sizes of a network.</summary>
/// <param name="Words">Rows of the word table.</param>
/// <param name="Pieces">Rows of the table of pieces; a power of two.</param>
/// <param name="Traits">Rows of the table of traits.</param>
/// <param name="WordWidth">Values per word of its own; like the next two a multiple of 16.</param>
/// <param name="PieceWidth">Values per word of its pieces.</param>
/// <param name="TraitWidth">Values per word of its traits.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="Hidden">Units per direction; a multiple of 16.</param>
/// <param name="Arc">Width of the arc scorer.</param>
/// <param name="Label">Width of the relation scorer.</param>
/// <param name="Tags">Classes of the tag head.</param>
/// <param name="Relations">Classes of the relation scorer.</param>
/// <param name="Names">Classes of the name head.</param>
internal sealed record NetworkShape(int Words, int Pieces, int Traits, int WordWidth, int PieceWidth, int TraitWidth, int Layers, int Hidden, int Arc, int Label, int Tags, int Relations, int Names)
{
    /// <summary>Values per word at the bottom.</summary>
    public int InputWidth => WordWidth + PieceWidth + TraitWidth;

    /// <summary>False for a network that only tags.</summary>
    public bool HasTrees => Relations > 0;

    /// <summary>Values per word above a layer.</summary>
    public int Width => 2 * Hidden;

    public int InputOf(int layer) => layer == 0 ? InputWidth : Width;
}

/// <summary>One table of numbers, row by row.</summary>
/// <param name="Columns">Padded to <see cref="Gemm.Lanes"/>.</param>
internal sealed record Matrix(string Name, int Rows, int Columns)
{
    public float[] Values { get; } = new float[Rows * Columns];

    /// <summary>The values in the order of <see cref="Gemm.Pack"/>, once <see cref="Pack"/> was called; the values may not change after that.</summary>
    public float[]? Panels { get; private set; }

    /// <summary>The first rows in whole numbers, once <see cref="Round"/> was called; the values may not change after that.</summary>
    public WholeMatrix? Whole { get; private set; }

    public void Pack() => Panels = Gemm.Pack(Values, Rows, Columns);

    /// <param name="rows">Rows to round; the others, a bias, stay as they are.</param>
    public void Round(int rows) => Whole = new WholeMatrix(Values.AsSpan(0, rows * Columns), rows, Columns, System.Runtime.Intrinsics.X86.AvxVnni.IsSupported);

    public Span<float> Row(int row) => Values.AsSpan(row * Columns, Columns);
}

/// <summary>All numbers of a network.</summary>
internal sealed class NetworkWeights
{
    public NetworkWeights(NetworkShape shape)
    {
        Shape = shape;
        int width = shape.Width;
        Words = new("words", shape.Words, shape.WordWidth);
        Pieces = new("pieces", shape.Pieces, shape.PieceWidth);
        Traits = new("traits", shape.Traits, shape.TraitWidth);
        Products = [.. Enumerable.Range(0, shape.Layers).Select(layer => new Matrix("products", shape.InputOf(layer), RecurrentLayer.Parts * width))];
        Gates = [.. Enumerable.Range(0, shape.Layers).Select(_ => new Matrix("gates", RecurrentLayer.GateRows, width))];
        Tag = new("tag", width + 1, Gemm.Padded(shape.Tags));
        Name = new("name", width + 1, Gemm.Padded(shape.Names));
        Dependent = new("dependent", width + 1, shape.Arc);
        Governor = new("governor", width + 1, shape.Arc);
        Arc = new("arc", shape.Arc + 1, shape.Arc);
        Root = new("root", 1, shape.Arc + shape.Label);
        LabelDependent = new("label dependent", width + 1, shape.Label);
        LabelGovernor = new("label governor", width, shape.Label);
        Relation = new("relation", shape.Label + 1, Gemm.Padded(shape.Relations));
    }

    public NetworkShape Shape { get; }
    public Matrix Words { get; }
    public Matrix Pieces { get; }
    public Matrix Traits { get; }
    /// <summary>Per layer; see <see cref="RecurrentLayer"/>.</summary>
    public Matrix[] Products { get; }
    public Matrix[] Gates { get; }

    // The last row of a head is its bias.
    public Matrix Tag { get; }
    public Matrix Name { get; }
    public Matrix Dependent { get; }
    public Matrix Governor { get; }
    public Matrix Arc { get; }
    /// <summary>What stands for the root as governor: its arc values, then its relation values.</summary>
    public Matrix Root { get; }
    public Matrix LabelDependent { get; }
    public Matrix LabelGovernor { get; }
    public Matrix Relation { get; }

    public IEnumerable<Matrix> All => [Words, Pieces, Traits, .. Products, .. Gates, Tag, Name, Dependent, Governor, Arc, Root, LabelDependent, LabelGovernor, Relation];
}
