using System.Runtime.CompilerServices;

namespace Parley.Cli.Output;

/// <summary>Work on a stream by several threads, with results in the order of the input and a bounded number in flight.</summary>
internal static class OrderedWork
{
    public static async IAsyncEnumerable<TResult> InOrderAsync<T, TResult>(
        this IAsyncEnumerable<T> source, int threads, Func<T, CancellationToken, TResult> work, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        var pending = new Queue<Task<TResult>>();
        await foreach (var item in source.WithCancellation(cancellationToken))
        {
            pending.Enqueue(Task.Factory.StartNew(() => work(item, cancellationToken), cancellationToken, TaskCreationOptions.None, scheduler));
            if (pending.Count >= threads * 4 || pending.Peek().IsCompleted) yield return await pending.Dequeue();
        }

        while (pending.TryDequeue(out var task)) yield return await task;
    }
}
