using BenchmarkDotNet.Running;

// dotnet run --project bench/Parley.Benchmarks -c Release -- --filter '*Networks*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
