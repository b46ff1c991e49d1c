using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Parley.Training")]
[assembly: InternalsVisibleTo("Parley.Language.Tests")]
