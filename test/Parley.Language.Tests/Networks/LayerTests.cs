using CsCheck;
using Parley.Language.Networks;

namespace Parley.Language.Tests.Networks;

public sealed class LayerTests
{
    private static readonly Gen<float> Weight = Gen.Float[-1, 1];

    [Fact]
    public void A_layer_over_sliding_windows_gives_what_the_sums_say() =>
        Gen.Select(Gen.Int[1, 9], Weight.Array[24 * 32], Weight.Array[32], Weight.Array[8 * 12]).Sample((rows, weights, bias, inputs) =>
        {
            var outputs = new float[rows * 32];
            new Layer(weights, bias).Apply(inputs, 8, outputs, rows);
            for (var row = 0; row < rows; row++)
                for (var o = 0; o < 32; o++)
                {
                    var sum = bias[o];
                    for (var k = 0; k < 24; k++) sum += inputs[row * 8 + k] * weights[(o / 16 * 24 + k) * 16 + o % 16];
                    outputs[row * 32 + o].ShouldBe(sum, 1e-4f);
                }
        }, iter: 30);

    [Fact]
    public void Too_few_inputs_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Layer(new float[4 * 16], new float[16]).Apply(new float[7], 4, new float[32], 2));
}
