using Sitrep.Model.Record;

namespace Sitrep.Cli.Rendering;

/// <summary>A figure in one line.</summary>
internal static class FigureText
{
    public static string Of(Figure figure, RecordIndex index)
    {
        string count = figure.Best is not null ? Wording.Number(figure.Best)
            : figure.Low is not null && figure.High is not null && figure.Low != figure.High ? $"{Wording.Number(figure.Low)} to {Wording.Number(figure.High)}"
            : Wording.Number(figure.Low ?? figure.High);
        string qualifier = figure.Qualifier == Qualifier.Exact ? "" : $"{Wording.Of(figure.Qualifier)} ";
        string subject = figure.Subject is null ? "" : $" ({index.Actor(figure.Subject)})";
        return $"{qualifier}{count} {Wording.Of(figure.Measure)}{subject}, {index.Place(figure.Place)}, {Wording.Of(figure.When)}";
    }
}
