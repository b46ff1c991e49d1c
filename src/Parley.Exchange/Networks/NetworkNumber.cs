using System.Globalization;
using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>Weights as text: whole where they are by construction, else with six digits or in full.</summary>
internal static class NetworkNumber
{
    public static string Short(double value, bool whole) => value.ToString(whole ? "F0" : "F6", CultureInfo.InvariantCulture);

    public static string Full(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Short(Network network, int row, int column) => Short(network[row, column], network.WholeNumbers);
}
