using ArcMini.Commands;
using ConsoleAppFramework;

var app = ConsoleApp.Create();
app.Add("doctor", () => Console.WriteLine("0.1.0"));
app.Add("synth", SynthCommand.Synth);
app.Run(args);
