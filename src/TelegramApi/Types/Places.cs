namespace Telegram.Bot.Types;

/// <summary>A point on the map.</summary>
public sealed class Location
{
    public double Latitude { get; set; }

    public double Longitude { get; set; }

    public double? HorizontalAccuracy { get; set; }
}

/// <summary>A named place on the map.</summary>
public sealed class Venue
{
    public Location Location { get; set; } = default!;

    public string Title { get; set; } = default!;

    public string Address { get; set; } = default!;
}
