using Sitrep.Language.Network;

namespace Sitrep.Train.Network;

/// <summary>The weights of a network with what their training needs.</summary>
internal sealed class NetworkParameters
{
    public NetworkParameters(NetworkShape shape, int seed, int workers)
    {
        Weights = new NetworkWeights(shape);
        Words = new(Weights.Words, true, workers);
        Pieces = new(Weights.Pieces, true, workers);
        Traits = new(Weights.Traits, true, workers);
        Products = [.. Weights.Products.Select(matrix => new Parameter(matrix, false, workers))];
        Gates = [.. Weights.Gates.Select(matrix => new Parameter(matrix, false, workers))];
        (Tag, Name, Dependent, Governor) = (Dense(Weights.Tag), Dense(Weights.Name), Dense(Weights.Dependent), Dense(Weights.Governor));
        (Arc, Root, LabelDependent, LabelGovernor, Relation) = (Dense(Weights.Arc), Dense(Weights.Root), Dense(Weights.LabelDependent), Dense(Weights.LabelGovernor), Dense(Weights.Relation));
        var random = new Random(seed);
        Words.Randomise(random, 0.1);
        Pieces.Randomise(random, 0.3);
        Traits.Randomise(random, 0.2);
        foreach (Parameter parameter in All.Skip(3))
        {
            if (Gates.Contains(parameter)) continue;
            parameter.Randomise(random, parameter == Root ? 0.1 : Math.Sqrt((Products.Contains(parameter) ? 1.0 : 1.2) / parameter.Matrix.Rows));
            bool hasBias = parameter.Matrix != Weights.LabelGovernor && parameter != Root && !Products.Contains(parameter);
            if (hasBias) parameter.Matrix.Row(parameter.Matrix.Rows - 1).Clear();
        }

        Parameter Dense(Matrix matrix) => new(matrix, false, workers);
    }

    public NetworkWeights Weights { get; }
    public Parameter Words { get; }
    public Parameter Pieces { get; }
    public Parameter Traits { get; }
    public Parameter[] Products { get; }
    public Parameter[] Gates { get; }
    public Parameter Tag { get; }
    public Parameter Name { get; }
    public Parameter Dependent { get; }
    public Parameter Governor { get; }
    public Parameter Arc { get; }
    public Parameter Root { get; }
    public Parameter LabelDependent { get; }
    public Parameter LabelGovernor { get; }
    public Parameter Relation { get; }

    /// <summary>In the order of <see cref="NetworkWeights.All"/>.</summary>
    public IEnumerable<Parameter> All => [Words, Pieces, Traits, .. Products, .. Gates, Tag, Name, Dependent, Governor, Arc, Root, LabelDependent, LabelGovernor, Relation];
}
