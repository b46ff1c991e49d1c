using CsCheck;
using Parley.Language.Parsing;

namespace Parley.Language.Tests.Parsing;

public sealed class ConfigurationTests
{
    private static readonly string[] Relations = ["nsubj", "obj", "root"];

    [Fact]
    public void Any_steps_that_can_be_taken_end_in_one_tree_after_two_steps_a_word() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 1000].Array[60]).Sample((count, draws) =>
        {
            var steps = new Steps(Relations);
            var state = new Configuration(count);
            var taken = 0;
            while (!state.Done)
            {
                var forced = steps.Forced(state);
                int[] allowed = forced >= 0 ? [forced] : [.. Enumerable.Range(0, steps.Count).Where(step => steps.Allowed(state, step))];
                allowed.ShouldNotBeEmpty();
                steps.Take(state, allowed[draws[taken++] % allowed.Length]);
            }

            taken.ShouldBe(2 * count);
            var heads = Enumerable.Range(0, count).Select(state.HeadOf).ToList();
            heads.Count(head => head == state.Root).ShouldBe(1);
            foreach (var word in Enumerable.Range(0, count))
            {
                var (at, ups) = (word, 0);
                while (at != state.Root) (at, ups) = (heads[at], ups + 1);
                ups.ShouldBeLessThanOrEqualTo(count);
            }
        });
}
