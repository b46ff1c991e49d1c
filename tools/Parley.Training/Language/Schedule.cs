namespace Parley.Training.Language;

/// <summary>The learning rate: a short rise, then a straight fall to nearly nothing.</summary>
internal static class Schedule
{
    private const float Peak = 2e-3f, Floor = 0.02f, Rise = 0.02f;

    public static float Rate(int done, int all)
    {
        var part = (float)done / all;
        return Peak * Math.Min(part / Rise, Floor + (1 - Floor) * (1 - part));
    }
}
