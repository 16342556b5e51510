return ArcMini.Commands.Application.Run(args);
