using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Sitrep.Eval")]
[assembly: InternalsVisibleTo("Sitrep.Train")]
[assembly: InternalsVisibleTo("Sitrep.Tests")]
