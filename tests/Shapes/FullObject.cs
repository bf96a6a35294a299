using System.Text.Json;

namespace Amity.Tests.Shapes;

/// <summary>One object with a value in every field, and its JSON.</summary>
internal static class FullObject
{
    public const string Json =
        """
        {"text":"a \"b\" é\uD83D\uDE00","id":"ann","address":"https://a.example/b","day":"2026-03-06","instant":"2026-03-06T20:15:30.250Z","whole":-7,
        "big":-9007199254740993,"number":1.5,"flag":false,"color":"dark-blue","mood":"good","receipt":{"id":"r","count":1},
        "inner":{"deeper":{"deepest":"x"}},"fields":{"a":[1,{"b":null}],"c":0.5},"value":["x",true,null],
        "tags":["a","b"],"ids":["ann","ben"],"days":["2026-03-06","2026-03-07"],"instants":["2026-03-06T20:15:30.250Z"],
        "wholes":[1,-2],"bigs":[9007199254740993],"numbers":[0.5,2],"flags":[true,false],"colors":["red","dark-blue"],"moods":["bad","good"],
        "receipts":[{"id":"r"},{"count":2}],"rows":[{"cell":"x"}],"documents":[{"a":1},{}],"values":[1,"x",null,[2]],"aliasTags":["t"],
        "freeMap":{"a":1,"b":"x","c":null},"textMap":{"a":"x","":"y"},"wholeMap":{"a":1,"b":-2},"bigMap":{"a":9007199254740993},
        "numberMap":{"a":0.5,"b":2},"flagMap":{"a":true,"b":false},"dayMap":{"a":"2026-03-06"},"instantMap":{"a":"2026-03-06T20:15:30.250Z"},
        "colorMap":{"a":"red"},"receiptMap":{"a":{"id":"r"}},"rowMap":{"a":{"cell":"x"}},"aliasMap":{"a":"x"}}
        """;

    public static Everything Everything()
    {
        var day = new DateTime(2026, 3, 6);
        var instant = new DateTimeOffset(2026, 3, 6, 20, 15, 30, 250, TimeSpan.Zero);
        return new Everything
        {
            Text = "a \"b\" é😀",
            Id = "ann",
            Address = "https://a.example/b",
            Day = day,
            Instant = instant,
            Whole = -7,
            Big = -9_007_199_254_740_993,
            Number = 1.5,
            Flag = false,
            Color = Color.DarkBlue,
            Mood = EverythingMood.Good,
            Receipt = new() { Id = "r", Count = 1 },
            Inner = new() { Deeper = new() { Deepest = "x" } },
            Fields = new Dictionary<string, object?> { ["a"] = Free("""[1,{"b":null}]"""), ["c"] = Free("0.5") },
            Value = Free("""["x",true,null]"""),
            Tags = ["a", "b"],
            Ids = ["ann", "ben"],
            Days = [day, day.AddDays(1)],
            Instants = [instant],
            Wholes = [1, -2],
            Bigs = [9_007_199_254_740_993],
            Numbers = [0.5, 2],
            Flags = [true, false],
            Colors = [Color.Red, Color.DarkBlue],
            Moods = [EverythingMoodsItem.Bad, EverythingMoodsItem.Good],
            Receipts = [new() { Id = "r" }, new() { Count = 2 }],
            Rows = [new() { Cell = "x" }],
            Documents = [Free("""{"a":1}"""), Free("{}")],
            Values = [Free("1"), Free("\"x\""), null, Free("[2]")],
            AliasTags = ["t"],
            FreeMap = new Dictionary<string, object?> { ["a"] = Free("1"), ["b"] = Free("\"x\""), ["c"] = null },
            TextMap = new Dictionary<string, string> { ["a"] = "x", [""] = "y" },
            WholeMap = new Dictionary<string, int> { ["a"] = 1, ["b"] = -2 },
            BigMap = new Dictionary<string, long> { ["a"] = 9_007_199_254_740_993 },
            NumberMap = new Dictionary<string, double> { ["a"] = 0.5, ["b"] = 2 },
            FlagMap = new Dictionary<string, bool> { ["a"] = true, ["b"] = false },
            DayMap = new Dictionary<string, DateTime> { ["a"] = day },
            InstantMap = new Dictionary<string, DateTimeOffset> { ["a"] = instant },
            ColorMap = new Dictionary<string, Color> { ["a"] = Color.Red },
            ReceiptMap = new Dictionary<string, Receipt> { ["a"] = new() { Id = "r" } },
            RowMap = new Dictionary<string, EverythingRowMapValue> { ["a"] = new() { Cell = "x" } },
            AliasMap = new Dictionary<string, string> { ["a"] = "x" },
        };
    }
    public static JsonElement Free(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
