using ConsoleAppFramework;

var app = ConsoleApp.Create();
app.Add("doctor", () => Console.WriteLine("0.1.0"));
app.Run(args);
