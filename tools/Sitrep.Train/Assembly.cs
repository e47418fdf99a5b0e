using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Sitrep.Tests")]
