namespace Sitrep.Eval.Scores;

/// <summary>95 % percentile intervals over documents (Efron and Tibshirani 1993).</summary>
internal static class Bootstrap
{
    /// <summary>With so many resamples the ends move by less than a tenth of the interval between seeds.</summary>
    private const int Resamples = 1000;

    /// <summary>Fewer documents say nothing about their spread.</summary>
    private const int DocumentsMin = 5;

    private const int Seed = 20180928;

    /// <param name="measure">The value of a sample: one index of a document for each draw.</param>
    /// <returns>Null for too few documents.</returns>
    public static (double Low, double High)? Interval(int documents, Func<int[], double> measure)
    {
        if (documents < DocumentsMin) return null;
        var random = new Random(Seed);
        var sample = new int[documents];
        var values = new double[Resamples];
        for (int resample = 0; resample < Resamples; resample++)
        {
            for (int i = 0; i < documents; i++) sample[i] = random.Next(documents);
            values[resample] = measure(sample);
        }
        Array.Sort(values);
        return (values[Resamples * 25 / 1000], values[(Resamples * 975 / 1000) - 1]);
    }
}
