using System.Reflection;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Kentongan.Bot.Tests.TelegramApi;

public sealed class AnonymityTests
{
    private static readonly Type[] Types = typeof(Update).Assembly.GetExportedTypes();

    [Fact]
    public void No_type_has_a_place_for_what_would_betray_somebody()
    {
        string[] telling =
        [
            "Name", "Phone", "Forward", "Sender", "Author", "Signature", "Vcard", "LanguageCode", "Premium", "UniqueId", "Instance", "Bio",
            "Birthdate", "Title", "Via", "Contacts", "Performer", "EmojiStatus", "ActiveUsernames", "InviteLink", "Origin", "Quote",
        ];
        string[] known =
        [
            "User.Username", // of the bot itself; the next test
            "ChatId.Username", // a channel that we were configured with
            "Venue.Title", // of a place
            "InputFileStream.FileName", // given by us
            "ReplyParameters.Quote", // given by us
            "ReplyParameters.QuoteParseMode",
            "IRequest.MethodName",
        ];

        var found = Types
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => telling.Any(word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Equal(known.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_an_update_says_of_people_is_gone_once_it_is_read()
    {
        const string Person = """
            {"id":5,"is_bot":false,"first_name":"canary","last_name":"canary","username":"canary","language_code":"canary",
             "Username":"canary","added_to_attachment_menu":true}
            """;
        const string Chat = """{"id":5,"type":"private","title":"canary","first_name":"canary","username":"canary"}""";
        var update = Read($$$$"""
            {"update_id":1,"message":{"message_id":7,"from":{{{{Person}}}},"sender_chat":{{{{Chat}}}},"chat":{{{{Chat}}}},"date":1,
             "forward_origin":{"type":"user","sender_user":{{{{Person}}}},"date":1},"forward_from":{{{{Person}}}},"forward_sender_name":"canary",
             "via_bot":{{{{Person}}}},"author_signature":"canary","quote":{"text":"canary"},"text":"x",
             "entities":[{"type":"text_mention","offset":0,"length":1,"user":{{{{Person}}}},"url":"canary"}],
             "contact":{"phone_number":"canary","first_name":"canary","user_id":6,"vcard":"canary"},
             "document":{"file_id":"f","file_unique_id":"canary","file_name":"canary"},"new_chat_members":[{{{{Person}}}}]},
             "callback_query":{"id":"q","from":{{{{Person}}}},"chat_instance":"canary"},
             "my_chat_member":{"chat":{{{{Chat}}}},"from":{{{{Person}}}},"date":1,"invite_link":{"invite_link":"canary"},
              "old_chat_member":{"status":"member","user":{{{{Person}}}},"custom_title":"canary"},"new_chat_member":{"status":"left","user":{{{{Person}}}}}}}
            """);

        Assert.NotNull(update.Message!.Contact);
        Assert.DoesNotContain("canary", string.Join('\n', Strings(update)), StringComparison.Ordinal);
        Assert.Null(update.Message.From!.Username);
    }

    [Fact]
    public void Nothing_prints_what_it_holds()
    {
        object[] holders =
        [
            new User { Id = 424242 }, new Chat { Id = 424242 }, new ChatFullInfo { Id = 424242 }, new ChatId(424242), new ChatId("@424242"),
            new Update { Id = 424242 }, new Message { Id = 424242, Text = "424242" }, new CallbackQuery { Id = "424242" },
            new Location { Latitude = 424242 }, new Document { FileId = "424242" }, InputFile.FromFileId("424242"),
            InputFile.FromUri("http://424242.example"), new TelegramBotClientOptions("424242:x"), new TelegramBotClient("424242:x"),
        ];

        Assert.All(holders, holder => Assert.DoesNotContain("424242", holder.ToString(), StringComparison.Ordinal));
        Assert.Equal("User Chat Update Message", $"{holders[0]} {holders[1]} {holders[5]} {holders[6]}");
    }

    [Fact]
    public void Nothing_is_a_record_whose_text_would_be_its_contents() =>
        Assert.DoesNotContain(Types, type => type.GetMethod("<Clone>$") is not null);

    private static Update Read(string json) => JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options)!;

    /// <summary>Every text that can be reached from an object, through private fields too.</summary>
    private static IEnumerable<string> Strings(object? root) => root switch
    {
        null => [],
        string text => [text],
        Array array => array.Cast<object>().SelectMany(Strings),
        _ when root.GetType().Assembly == typeof(Update).Assembly && !root.GetType().IsEnum => Fields(root.GetType()).SelectMany(field => Strings(field.GetValue(root))),
        _ => [root.ToString()!],
    };

    private static IEnumerable<FieldInfo> Fields(Type? type) =>
        type is null ? [] : type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly).Concat(Fields(type.BaseType));
}
