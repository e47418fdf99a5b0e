using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace Sitrep.Train;

/// <summary>Keeps the training to vectors of 256 bits, which all processors of the last decade have: the library's sums add in another order with wider ones, and the weights would differ in their last bits.</summary>
internal static class VectorWidth
{
    private const string Setting = "DOTNET_PreferredVectorBitWidth";

    /// <summary>Runs this program again with narrower vectors where the processor's are wider.</summary>
    /// <returns>The exit status of that run; null where this process may go on itself.</returns>
    public static int? RunNarrow(string[] args)
    {
        if (!Vector512.IsHardwareAccelerated || Environment.GetEnvironmentVariable(Setting) is not null) return null;
        string program = Environment.ProcessPath!;
        bool hosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program, hosted ? [Environment.GetCommandLineArgs()[0], .. args] : args);
        start.Environment[Setting] = "256";
        using Process run = Process.Start(start)!;
        run.WaitForExit();
        return run.ExitCode;
    }
}
