using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Store;
using Sitrep.Store.Engine;

namespace Sitrep.Benchmarks;

/// <summary>What it costs to find whose copy a new report is, as the store grows: one commit a report, as when ingesting.</summary>
internal static class CopyIndexGrowth
{
    private const int WordsOfReport = 300, WordsOfSentence = 20, VocabularySize = 50_000;

    /// <summary>Every so many reports one is an edited copy of one of the last ten thousand.</summary>
    private const int CopyEvery = 5;

    /// <summary>Reports over which a cost is averaged, at the end of each size: as many as the index gathers before it moves them, so that each window pays for one move; half the reports of the first size.</summary>
    private const int Window = 16_384;

    private static readonly int[] Sizes = [10_000, 30_000, 100_000, 300_000, 1_000_000, int.MaxValue];

    public static void Run(int most)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sitrep-copies-");
        string path = Path.Combine(folder.FullName, "copies.db");
        try
        {
            using RecordFile file = RecordFile.Open(path, 10);
            var index = new CopyIndex(file);
            var texts = new ZipfText(VocabularySize);
            double atFirst = 0;
            Console.WriteLine("  reports  CPU µs a report  wall µs (median)  pairs  file MB  peak MB  CPU against 10,000");
            var walls = new List<double>(Window);
            TimeSpan before = default;
            for (int number = 1; number <= most; number++)
            {
                int size = Sizes.First(size => size >= number), left = size - number, window = Math.Min(Window, size / 2);
                Report report = texts.Next(number, number % CopyEvery == 0);
                if (left == window - 1) (walls, before) = ([], CpuTime());
                long started = Stopwatch.GetTimestamp();
                Sketch sketch = Sketch.Of(report);
                file.Write(() => index.Add(number, sketch));
                if (left < window) walls.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
                if (left > 0) continue;
                // CPU time, so that a busy machine does not count; with it that of making up the text.
                double cost = (CpuTime() - before).TotalMicroseconds / window;
                if (atFirst == 0) atFirst = cost;
                walls.Sort();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{number,9:N0}  {cost,15:0}  {walls[walls.Count / 2],16:0}  {file.Scalar("count-shared-texts"):N0}  {new FileInfo(path).Length / 1e6:0}  {PeakMegabytes():0}  {cost / atFirst:0.00}"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TimeSpan CpuTime()
    {
        using Process process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static double PeakMegabytes()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    /// <summary>Sentences of words as frequent as Zipf's law has them, and edited copies of earlier ones. One seed.</summary>
    private sealed class ZipfText(int vocabulary)
    {
        private const int Remembered = 10_000;

        private readonly Random _random = new(7);
        private readonly double[] _cumulative = Cumulative(vocabulary);
        private readonly List<int[]> _earlier = [];

        public Report Next(int number, bool copy)
        {
            int[] words;
            if (copy && _earlier.Count > 0)
            {
                // A word in twenty is another; the last third is cut from every second copy.
                int[] source = _earlier[_random.Next(_earlier.Count)];
                words = [.. source.Take(_random.Next(2) == 0 ? source.Length : source.Length * 2 / 3).Select(word => _random.Next(20) == 0 ? Draw() : word)];
            }
            else
            {
                words = new int[WordsOfReport];
                for (int i = 0; i < words.Length; i++) words[i] = Draw();
            }
            if (_earlier.Count < Remembered) _earlier.Add(words); else _earlier[number % Remembered] = words;
            return Of(number, words);
        }

        private int Draw()
        {
            int at = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
            return at < 0 ? ~at : at;
        }

        private static Report Of(int number, int[] words)
        {
            var text = new StringBuilder();
            for (int i = 0; i < words.Length; i++)
            {
                text.Append(i % WordsOfSentence == 0 ? 'W' : 'w').Append(CultureInfo.InvariantCulture, $"{words[i]:x}");
                text.Append(i % WordsOfSentence == WordsOfSentence - 1 ? ". " : " ");
            }
            string body = text.ToString();
            string id = number.ToString(CultureInfo.InvariantCulture);
            return new Report(id, id, id, Markup.Text, body, body, OffsetMap.Identity(body.Length), null, null, null, null, null, [], null, null, DateBasis.Unknown,
                [new Zone(ZoneKind.Body, new TextSpan(0, body.Length))], []);
        }

        private static double[] Cumulative(int vocabulary)
        {
            var sums = new double[vocabulary];
            double sum = 0;
            for (int i = 0; i < vocabulary; i++) sums[i] = sum += 1.0 / (i + 1);
            return sums;
        }
    }
}
