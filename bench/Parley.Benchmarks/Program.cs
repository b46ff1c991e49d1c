using BenchmarkDotNet.Running;
using Parley.Benchmarks;

// dotnet run --project bench/Parley.Benchmarks -c Release -- --filter '*Networks*'
// dotnet run --project bench/Parley.Benchmarks -c Release -- processor-time stability 20 (networks 10000, bargaining)
switch (args)
{
    case ["processor-time", "stability", var options]:
        return ProcessorTime.OfStability(int.Parse(options, null));
    case ["processor-time", "networks", var statements]:
        return ProcessorTime.OfNetworks(int.Parse(statements, null));
    case ["processor-time", "bargaining"]:
        return ProcessorTime.OfBargaining();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ProcessorTime).Assembly).Run(args);
        return 0;
}
