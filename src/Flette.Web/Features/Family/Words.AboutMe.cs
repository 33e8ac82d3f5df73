namespace Flette.Web.Features.Family;

/// <summary>The words about what stands outside the plan.</summary>
public sealed partial record Words
{
    public string AboutMe => Say("Dette er om deg", "Dette er om deg", "This is about you");

    public string AboutMeMeans =>
        Say(
            "Dette har du sagt selv, eller det er skrevet om deg. Det står ikke i noen plan.",
            "Dette har du sagt sjølv, eller det er skrive om deg. Det står ikkje i nokon plan.",
            "You said this yourself, or it is written about you. It stands in no plan."
        );

    public string Goal => Say("Mål", "Mål", "Goal");

    public string Measure => Say("Tiltak", "Tiltak", "Measure");

    public string Need => Say("Behov", "Behov", "Need");

    public string GoodAtThis => Say("God på", "God på", "Good at");

    public string BringsThis => Say("Bidrar med", "Bidreg med", "Brings");
}
