namespace Amity.Sandbox;

/// <summary>Invented display names, different for the first 2,500 viewers.</summary>
internal static class DemoNames
{
    private static readonly string[] Given =
    [
        "Ada", "Aiko", "Amir", "Anna", "Bela", "Bruno", "Chloe", "Dara", "Diego", "Elif",
        "Emil", "Esra", "Farid", "Fiona", "Goran", "Greta", "Hugo", "Ines", "Ivan", "Jana",
        "Joel", "Kaito", "Kira", "Lars", "Leila", "Luca", "Maja", "Marco", "Mei", "Milan",
        "Nadia", "Nils", "Noor", "Olga", "Omar", "Pia", "Quinn", "Rafa", "Rosa", "Sami",
        "Selma", "Tariq", "Tess", "Timo", "Uma", "Vera", "Wen", "Yara", "Yusuf", "Zoe",
    ];

    private static readonly string[] Family =
    [
        "Abel", "Aalto", "Bauer", "Berg", "Blanc", "Castro", "Chen", "Costa", "Dahl", "Dubois",
        "Eriksen", "Falk", "Ferrara", "Fischer", "Garcia", "Haas", "Haddad", "Ito", "Jansen", "Kaya",
        "Keller", "Khan", "Kim", "Kovac", "Lang", "Lopez", "Marin", "Mori", "Moreau", "Nagy",
        "Novak", "Okafor", "Olsen", "Park", "Petrov", "Popa", "Reyes", "Rossi", "Sato", "Silva",
        "Singh", "Soares", "Tanaka", "Torres", "Vogel", "Walsh", "Weber", "Yilmaz", "Zhang", "Ziegler",
    ];

    public static string Of(int index) =>
        $"{Given[index % Given.Length]} {Family[index / Given.Length % Family.Length]}";
}
