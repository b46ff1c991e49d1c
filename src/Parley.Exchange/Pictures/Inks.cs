namespace Parley.Exchange.Pictures;

/// <summary>Colours that stand out (3:1) on white and on near black alike. None says anything that shape, dashes or words do not say too.</summary>
internal static class Inks
{
    public const string Text = "currentColor";
    public const string Agreement = "#2a8f5b";
    public const string Conflict = "#d3475a";
    public const string Both = "#8a63d2";
    public const string Party = "#3a86c8";
    public const string Issue = "#b0761b";
    public const string Forecast = "#b0761b";

    private static readonly string[] Groups = ["#3a86c8", "#c2621b", "#2a8f5b", "#8a63d2", "#a67c00", "#c7508f"];
    private static readonly string?[] Dashes = [null, "7 4", "2 3", "10 3 2 3", "4 4", "1 4"];

    public static string Group(int number) => Groups[number % Groups.Length];

    public static string? Dash(int number) => Dashes[number % Dashes.Length];
}
