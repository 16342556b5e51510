using System.Runtime.InteropServices;
using LLama.Native;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

public sealed unsafe class LlamaContextTests(TinyModelFixture fixture) : IClassFixture<TinyModelFixture>
{
    private static readonly CountdownEvent arrivals = new(2);
    [ThreadStatic] private static bool arrived;
    private static volatile bool waitedInVain;

    [Fact]
    public void Two_contexts_decode_at_the_same_time()
    {
        var threads = Enumerable.Range(0, 2).Select(_ => new Thread(Decode)).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        Assert.False(waitedInVain, "a context waited within llama_decode, and the other did not come in");
        Assert.True(arrivals.IsSet);
    }

    private void Decode()
    {
        using var context = fixture.Model.NewContext(cells: 64, sequences: 2);
        NativeApi.llama_set_abort_callback(context.Handle, (nint)(delegate* unmanaged<void*, byte>)&MeetTheOther, 0);
        context.DecodePrompt([TinyModel.Bos]);
    }

    /// <summary>llama.cpp asks this, in the thread that decodes, whether to stop; the first time it waits for the other thread.</summary>
    [UnmanagedCallersOnly]
    private static byte MeetTheOther(void* data)
    {
        if (arrived)
            return 0;
        arrived = true;
        arrivals.Signal();
        if (!arrivals.Wait(TimeSpan.FromMinutes(1)))
            waitedInVain = true;
        return 0;
    }
}
