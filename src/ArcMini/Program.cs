return ArcMini.Commands.App.Run(args);
