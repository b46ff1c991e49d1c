using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Parley.Reading")] // the networks
[assembly: InternalsVisibleTo("Parley.Training")]
[assembly: InternalsVisibleTo("Parley.Language.Tests")]
