using CsCheck;
using Parley.Language.Networks;

namespace Parley.Language.Tests.Networks;

public sealed class SweepTests
{
    private const int Width = 16, Half = 8;

    [Fact]
    public void One_half_is_carried_to_the_right_and_one_to_the_left() =>
        Gen.Select(Gen.Int[1, 6], Gen.Float[-3, 3].Array[6 * 2 * Width]).Sample((count, gates) =>
        {
            var before = (float[])gates.Clone();
            var carried = new float[count * Width];
            Sweep.Run(gates, carried, Width);
            for (var i = 0; i < Half; i++)
            {
                float right = 0, left = 0;
                for (var word = 0; word < count; word++) carried[word * Width + i].ShouldBe(right = Step(before, word * 2 * Width + i, right), 1e-4f);
                for (var word = count - 1; word >= 0; word--) carried[word * Width + Half + i].ShouldBe(left = Step(before, word * 2 * Width + Width + i, left), 1e-4f);
            }
        }, iter: 30);

    private static float Step(float[] gates, int at, float held)
    {
        var keep = 1 / (1 + MathF.Exp(-gates[at + Half]));
        return keep * held + (1 - keep) * gates[at];
    }
}
