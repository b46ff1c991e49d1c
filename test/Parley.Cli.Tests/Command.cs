using System.Diagnostics;
using System.Text;

namespace Parley.Cli.Tests;

/// <summary>Runs the <c>parley</c> command as a user's shell would.</summary>
internal static class Command
{
    public sealed record Result(int ExitCode, string Output, string Error);

    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    public static Process Start(params string[] arguments) => Process.Start(StartInfo(arguments))!;

    public static Task<Result> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static async Task<Result> RunAsync(byte[] input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(input, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    private static ProcessStartInfo StartInfo(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "parley.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["COLUMNS"] = "100";
        return start;
    }
}
