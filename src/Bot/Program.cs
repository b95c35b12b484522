using Kentongan.Bot;

return await KentonganHost.RunAsync(args, Console.Out, Console.Error);
