using FsCheck;

namespace Sitrep.Tests.Pipeline.Extract;

/// <summary>Runs a property a fixed number of times, always with the same inputs.</summary>
internal static class Properties
{
    public static void Hold(Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20171109, 1), property);
}
