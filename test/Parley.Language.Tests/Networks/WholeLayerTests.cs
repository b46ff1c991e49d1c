using CsCheck;
using Parley.Language.Networks;

namespace Parley.Language.Tests.Networks;

public sealed class WholeLayerTests
{
    private static readonly Gen<float> Weight = Gen.Float[-1, 1];

    [Fact]
    public void A_learnt_layer_gives_what_the_floats_gave_to_a_thousandth() =>
        Gen.Select(Gen.Int[1, 9], Weight.Array[24 * 32], Weight.Array[32], Weight.Array[8 * 12]).Sample((rows, weights, bias, inputs) =>
        {
            var layer = new Layer(weights, bias);
            var (floats, whole) = (new float[rows * 32], new float[rows * 32]);
            layer.Apply(inputs, 8, floats, rows);
            layer.Learnt().Apply(inputs, 8, whole, rows);
            for (var i = 0; i < floats.Length; i++) whole[i].ShouldBe(floats[i], 24 * 2e-4f);
        }, iter: 30);

    [Fact]
    public void Wide_vectors_and_narrow_ones_give_the_same()
    {
        Assert.SkipUnless(System.Runtime.Intrinsics.X86.Avx512BW.IsSupported, "this processor has no vectors of thirty-two whole numbers");
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 10], Weight.Array[24 * 160], Gen.Short.Array[8 * 12]).Sample((rows, panels, weights, inputs) =>
        {
            var layer = new WholeLayer(new(weights[..(24 * 16 * panels)], weights[..(16 * panels)]));
            var halved = inputs.Select(x => (short)(x / 4)).ToArray(); // as large as rounded inputs are
            var (wide, narrow) = (new float[rows * layer.Outputs], new float[rows * layer.Outputs]);
            WideWholePanels.Apply(layer, 0.5f, ref halved[0], 8, ref wide[0], rows);
            NarrowWholePanels.Apply(layer, 0.5f, ref halved[0], 8, ref narrow[0], rows);
            narrow.ShouldBe(wide);
        }, iter: 30);
    }

    [Fact]
    public void Sums_of_the_largest_weights_and_inputs_do_not_overflow()
    {
        var layer = new Layer([.. Enumerable.Repeat(3f, 288 * 16)], new float[16]).Learnt();
        var outputs = new float[16];
        layer.Apply([.. Enumerable.Repeat(-7f, 288)], 288, outputs, 1);
        outputs.ShouldAllBe(y => Math.Abs(y + 3 * 7 * 288) < 3);
    }

    [Fact]
    public void Nothing_in_gives_the_bias_out()
    {
        var (layer, outputs) = (new Layer(new float[24 * 16], [.. Enumerable.Range(0, 16).Select(i => (float)i)]).Learnt(), new float[16]);
        layer.Apply(new float[24], 24, outputs, 1);
        outputs.ShouldBe(layer.Bias);
    }
}
