using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;

namespace Kentongan.Sandbox.Telegram;

/// <summary>The Bot API over HTTP: finds the method, lets a planned fault play, writes the answer.</summary>
internal sealed class BotApi(TelegramWorld world, Faults faults, Webhook webhook)
{
    private delegate ValueTask<Answer> BotMethod(BotCall call);

    private readonly FrozenDictionary<string, BotMethod> _methods = Methods(world, webhook);

    public async Task CallAsync(HttpContext http)
    {
        if ((string?)http.Request.RouteValues["token"] != world.Token)
        {
            await WriteAsync(http, Refusal.Unauthorized);
            return;
        }

        var (refusal, call) = await BotCallReader.ReadAsync(http, (string)http.Request.RouteValues["method"]!);
        if (refusal is not null)
        {
            await WriteAsync(http, refusal);
            return;
        }

        var fault = faults.Next(call!.Method);
        if (fault is not null && !await fault.LetsThroughAsync(http, world.Clock))
        {
            return;
        }

        var answer = _methods.TryGetValue(call.Method, out var method) ? await method(call) : Refusal.MethodNotFound;
        if (fault is { Kind: FaultKind.Lost })
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, answer);
    }

    /// <summary><c>/file/bot{token}/{path}</c>: the bytes as they came.</summary>
    public async Task DownloadAsync(HttpContext http)
    {
        if ((string?)http.Request.RouteValues["token"] != world.Token)
        {
            await WriteAsync(http, Refusal.Unauthorized);
            return;
        }

        var fault = faults.Next("file");
        if (fault is not null && !await fault.LetsThroughAsync(http, world.Clock))
        {
            return;
        }

        if (world.Files.FindPath((string?)http.Request.RouteValues["path"] ?? "") is not { } file)
        {
            await WriteAsync(http, Refusal.NotFound);
            return;
        }

        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = file.Bytes.Length;
        await http.Response.Body.WriteAsync(file.Bytes, http.RequestAborted);
    }

    public static async Task WriteAsync(HttpContext http, Answer answer)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        await using (var json = new Utf8JsonWriter(buffer, JsonPiece.Options))
        {
            answer.Write(json);
        }

        http.Response.StatusCode = answer.Refusal?.Code ?? 200;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = buffer.WrittenCount;
        await http.Response.Body.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
    }

    private static FrozenDictionary<string, BotMethod> Methods(TelegramWorld world, Webhook webhook)
    {
        var (send, album, edit, chats, self, updates) = (
            new SendMethods(world), new AlbumMethod(world), new EditMethods(world),
            new ChatMethods(world), new ProfileMethods(world), new UpdateMethods(world, webhook));
        var methods = new Dictionary<string, BotMethod>
        {
            ["getupdates"] = updates.GetUpdatesAsync,
            ["setwebhook"] = Now(updates.SetWebhook),
            ["deletewebhook"] = Now(updates.DeleteWebhook),
            ["getwebhookinfo"] = Now(updates.GetWebhookInfo),
            ["sendmessage"] = Now(send.Text),
            ["sendphoto"] = Now(send.Photo),
            ["senddocument"] = Now(call => send.Media(call, "document")),
            ["sendvideo"] = Now(call => send.Media(call, "video")),
            ["sendvoice"] = Now(call => send.Media(call, "voice")),
            ["sendaudio"] = Now(call => send.Media(call, "audio")),
            ["sendlocation"] = Now(send.Location),
            ["sendmediagroup"] = Now(album.Send),
            ["sendchataction"] = Now(send.ChatAction),
            ["editmessagetext"] = Now(edit.Text),
            ["editmessagecaption"] = Now(edit.Caption),
            ["editmessagereplymarkup"] = Now(edit.Keyboard),
            ["deletemessage"] = Now(edit.Delete),
            ["deletemessages"] = Now(edit.DeleteMany),
            ["answercallbackquery"] = Now(edit.AnswerCallback),
            ["getfile"] = Now(chats.GetFile),
            ["getchat"] = Now(chats.GetChat),
            ["getchatmember"] = Now(chats.GetChatMember),
            ["leavechat"] = Now(chats.LeaveChat),
            ["getme"] = Now(self.GetMe),
            ["setmycommands"] = Now(self.SetCommands),
            ["deletemycommands"] = Now(self.DeleteCommands),
            ["setmydescription"] = Now(self.SetDescription),
            ["setmyshortdescription"] = Now(self.SetShortDescription),
        };
        return methods.ToFrozenDictionary();
    }

    private static BotMethod Now(Func<BotCall, Answer> method) => call => ValueTask.FromResult(method(call));
}
