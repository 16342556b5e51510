using System.Diagnostics;
using System.Globalization;

namespace ArcMini.Commands.Benchmarks;

/// <summary>What all benchmarks share: repeating, timing and printing.</summary>
internal static class Measurement
{
    /// <summary>How long each measurement repeats.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    /// <summary>Runs an action once, then for <see cref="Duration"/> again. Returns the number of repetitions and their time.</summary>
    public static (int Passes, TimeSpan Time) Repeat(Action pass, CancellationToken cancel)
    {
        pass();
        var (passes, clock) = (0, Stopwatch.StartNew());
        while (clock.Elapsed < Duration)
        {
            cancel.ThrowIfCancellationRequested();
            pass();
            passes++;
        }
        return (passes, clock.Elapsed);
    }

    /// <summary>The wall time of an action in seconds.</summary>
    public static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Prints a line with numbers in the invariant culture.</summary>
    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
