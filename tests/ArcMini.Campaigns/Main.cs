using ArcMini.Campaigns;
using ConsoleAppFramework;

var app = ConsoleApp.Create();
app.Add<Campaigns>();
app.Run(args);
