using Parley.Dossiers;
using Parley.Dossiers.Corrections;

namespace Parley.Cli.Dossiers;

/// <summary>Arguments like <c>stance=against</c>.</summary>
internal static class FieldArguments
{
    public static Fields Read(IEnumerable<string> arguments)
    {
        var fields = new Fields();
        foreach (var argument in arguments)
        {
            var at = argument.IndexOf('=', StringComparison.Ordinal);
            if (at < 1) throw new DossierException($"expected field=value, found \"{argument}\"");
            fields.Add(argument[..at], argument[(at + 1)..]);
        }

        return fields;
    }
}
