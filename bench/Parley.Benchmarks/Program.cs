using BenchmarkDotNet.Running;
using Parley.Benchmarks.Stability;

// dotnet run --project bench/Parley.Benchmarks -c Release -- --filter '*Networks*'
// dotnet run --project bench/Parley.Benchmarks -c Release -- processor-time 20
if (args is ["processor-time", var options]) return ProcessorTime.Run(int.Parse(options, null));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
