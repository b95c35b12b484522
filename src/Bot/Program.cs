using Kentongan.Bot;

NoCoreDump.Forbid();
return await KentonganHost.RunAsync(args, Console.Out, Console.Error);
