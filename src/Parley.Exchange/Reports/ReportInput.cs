using Parley.Reading;

namespace Parley.Exchange.Reports;

/// <summary>A report found in an input, or why what stood there could not be taken for one.</summary>
/// <param name="Where">File, URL or "-", with the line number where there is one: "reports.jsonl:17".</param>
/// <param name="Consumed">Bytes of all inputs read so far, for progress.</param>
public sealed record ReportInput(string Where, Report? Report, string? Problem, long Consumed);
