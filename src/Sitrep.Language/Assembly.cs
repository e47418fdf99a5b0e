using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Sitrep.Train")]
[assembly: InternalsVisibleTo("Sitrep.Tests")]
