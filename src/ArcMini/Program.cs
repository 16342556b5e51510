using ArcMini.Commands;
using ArcMini.Platform;

StandardStreams.Open();
AppDomain.CurrentDomain.UnhandledException += App.OnUnhandled;
return App.Run(args);
