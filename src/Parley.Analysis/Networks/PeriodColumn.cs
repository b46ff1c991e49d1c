using System.Globalization;

namespace Parley.Analysis.Networks;

/// <summary>
/// The period a statement falls in, as a number: its report, ISO week, month, year, or the whole range. In the compatible convention
/// months and weeks are numbered within the year and the year is forgotten.
/// </summary>
internal sealed class PeriodColumn(DuplicateRule rule, Convention convention)
{
    public int[] Of(StatementTable table, int[] statements)
    {
        var periods = new int[statements.Length];
        if (rule == DuplicateRule.AcrossRange)
            return periods;
        var (lastDay, lastPeriod) = (long.MinValue, 0);
        for (var i = 0; i < periods.Length; i++)
        {
            if (rule == DuplicateRule.Document)
            {
                periods[i] = table.Places[statements[i]].Document;
                continue;
            }

            var day = Math.DivRem(table.Times[statements[i]], 86400, out var rest) - (rest < 0 ? 1 : 0);
            if (day != lastDay)
                (lastDay, lastPeriod) = (day, Period(DateTime.UnixEpoch.AddDays(day)));
            periods[i] = lastPeriod;
        }

        return periods;
    }

    private int Period(DateTime date) => (rule, convention) switch
    {
        (DuplicateRule.Year, _) => date.Year,
        (DuplicateRule.Month, Convention.Compatible) => date.Month,
        (DuplicateRule.Month, _) => (date.Year * 12) + date.Month,
        (_, Convention.Compatible) => ISOWeek.GetWeekOfYear(date),
        _ => (ISOWeek.GetYear(date) * 100) + ISOWeek.GetWeekOfYear(date),
    };
}
