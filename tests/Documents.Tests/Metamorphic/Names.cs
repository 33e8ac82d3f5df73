namespace Flette.Documents.Tests.Metamorphic;

/// <summary>The generator's own names; none of them stands in the documents.</summary>
internal static class Names
{
    public static readonly string[] First =
    [
        "Agnete", "Brynjar", "Cathrine", "Dagfinn", "Eilert", "Frøydis", "Guttorm", "Hallvard", "Ingvild", "Jostein", "Klara", "Ludvig", "Margit",
        "Norunn", "Odin", "Pernille", "Ragnvald", "Sigbjørn", "Tordis", "Ulrikke", "Vetle", "Ylva", "Ågot", "Ørjan", "Amina", "Bilal", "Dalia",
        "Emre", "Fatima", "Goran", "Hodan", "Idris", "Jelena", "Khalid", "Leyla", "Máret", "Nils-Aslak", "Olga", "Piotr", "Quang", "Rania",
    ];

    public static readonly string[] Last =
    [
        "Askvik", "Bråten", "Dybdal", "Eikeland", "Fossan", "Gjerstad", "Hovland", "Isdahl", "Jansson", "Kleiven", "Lomeland", "Myhrvold", "Nordtun",
        "Oftedal", "Prestegård", "Risdal", "Skogstad", "Tveitane", "Ulvund", "Vassbotn", "Ytterøy", "Ålvik", "Østrem", "Hassan", "Kowalska", "Nguyen",
        "O'Hara", "Petrović", "Somby", "Yilmaz",
    ];
}
