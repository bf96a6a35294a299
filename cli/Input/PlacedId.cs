namespace Amity.Cli.Input;

/// <summary>An id and where it was found, such as Line 3 of ids.txt.</summary>
internal readonly record struct PlacedId(string Id, string Place);
