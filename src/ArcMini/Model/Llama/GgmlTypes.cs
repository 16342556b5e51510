namespace ArcMini.Model.Llama;

/// <summary>The element types of ggml.</summary>
internal static class GgmlTypes
{
    // Elements and bytes of a block, by type number; (0, 0) where the number is no longer used.
    private static readonly (int Elements, int Bytes)[] layouts =
    [
        (1, 4), (1, 2), // f32 f16
        (32, 18), (32, 20), (0, 0), (0, 0), (32, 22), (32, 24), (32, 34), (32, 36), // q4_0 q4_1 - - q5_0 q5_1 q8_0 q8_1
        (256, 84), (256, 110), (256, 144), (256, 176), (256, 210), (256, 292), // q2_K .. q6_K q8_K
        (256, 66), (256, 74), (256, 98), (256, 50), // iq2_xxs iq2_xs iq3_xxs iq1_s
        (32, 18), (256, 110), (256, 82), (256, 136), // iq4_nl iq3_s iq2_s iq4_xs
        (1, 1), (1, 2), (1, 4), (1, 8), (1, 8), (256, 56), (1, 2), // i8 i16 i32 i64 f64 iq1_m bf16
        (0, 0), (0, 0), (0, 0), (256, 54), (256, 66), (0, 0), (0, 0), (0, 0), // - - - tq1_0 tq2_0 - - -
        (32, 17), (64, 36), (128, 18), (64, 18), // mxfp4 nvfp4 q1_0 q2_0
    ];

    /// <summary>Number of types.</summary>
    public static int Count => layouts.Length;

    /// <summary>Elements and bytes of a block of a type; null if there is no such type.</summary>
    public static (int Elements, int Bytes)? Layout(int type) =>
        (uint)type < (uint)layouts.Length && layouts[type].Elements > 0 ? layouts[type] : null;
}
