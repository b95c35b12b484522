using System.Runtime.InteropServices;
using Kentongan.Bot;
using Kentongan.Sandbox;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
return await Demo.RunAsync(args, KentonganHost.RunAsync, Console.Out, Console.Error, stop.Token);

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
