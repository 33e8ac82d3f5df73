namespace Flette.Core.Law;

/// <summary>
/// The statutes the product rests on, each with the day its text was read in Lovdata's public data. One that is enacted and not in
/// force stands beside the one it will replace.
/// </summary>
public static class Statutes
{
    private static readonly DateOnly Read = new(2026, 5, 2);

    /// <summary>Of 1967; the one in force.</summary>
    public static Statute PublicAdministration { get; } = new("LOV-1967-02-10", "forvaltningsloven", Read);

    /// <summary>Of 2025; enacted, in force from the day the King decides.</summary>
    public static Statute NewPublicAdministration { get; } = new("LOV-2025-06-20-81", "ny forvaltningslov", Read);

    public static Statute ElectronicAdministration { get; } =
        new("FOR-2004-06-25-988", "eForvaltningsforskriften", Read);

    /// <summary>The regulation to the act of 1967: how the time of the authorities is counted.</summary>
    public static Statute AdministrationRegulation { get; } =
        new("FOR-2006-12-15-1456", "forvaltningslovforskriften", Read);

    public static Statute Courts { get; } = new("LOV-1915-08-13-5", "domstolloven", Read);

    public static Statute Holidays { get; } = new("LOV-1995-02-24-12", "helligdagsfredloven", Read);

    public static Statute NationalDays { get; } = new("LOV-1947-04-26-1", "lov om 1. og 17. mai", Read);

    public static Statute NationalInsurance { get; } = new("LOV-1997-02-28-19", "folketrygdloven", Read);

    public static Statute ChildBenefit { get; } = new("LOV-2002-03-08-4", "barnetrygdloven", Read);

    public static Statute PatientRights { get; } = new("LOV-1999-07-02-63", "pasient- og brukerrettighetsloven", Read);

    public static Statute HealthPersonnel { get; } = new("LOV-1999-07-02-64", "helsepersonelloven", Read);

    public static Statute MunicipalHealth { get; } = new("LOV-2011-06-24-30", "helse- og omsorgstjenesteloven", Read);

    public static Statute SpecialistHealth { get; } = new("LOV-1999-07-02-61", "spesialisthelsetjenesteloven", Read);

    public static Statute MentalHealthCare { get; } = new("LOV-1999-07-02-62", "psykisk helsevernloven", Read);

    public static Statute DentalHealth { get; } = new("LOV-1983-06-03-54", "tannhelsetjenesteloven", Read);

    public static Statute SocialServices { get; } = new("LOV-2009-12-18-131", "sosialtjenesteloven", Read);

    public static Statute LabourAndWelfare { get; } = new("LOV-2006-06-16-20", "NAV-loven", Read);

    public static Statute ChildWelfare { get; } = new("LOV-2021-06-18-97", "barnevernsloven", Read);

    /// <summary>Of 1981; the one in force.</summary>
    public static Statute Children { get; } = new("LOV-1981-04-08-7", "barnelova", Read);

    /// <summary>Of 2025; enacted, in force from the day the King decides.</summary>
    public static Statute NewChildren { get; } = new("LOV-2025-06-20-40", "ny barnelov", Read);

    public static Statute Guardianship { get; } = new("LOV-2010-03-26-9", "vergemålsloven", Read);

    public static Statute Education { get; } = new("LOV-2023-06-09-30", "opplæringslova", Read);

    public static Statute Kindergartens { get; } = new("LOV-2005-06-17-64", "barnehageloven", Read);

    public static Statute KindergartenAdmission { get; } =
        new("FOR-2005-12-16-1477", "forskrift om saksbehandling ved opptak i barnehage", Read);

    public static Statute PersonalData { get; } = new("LOV-2018-06-15-38", "personopplysningsloven", Read);

    public static Statute Constitution { get; } = new("LOV-1814-05-17", "Grunnloven", Read);

    /// <summary>As changed by LOV-2025-06-20-67 part III: who decides on health care, in force from 1 June 2026.</summary>
    public static Statute PatientRightsFromJune2026 { get; } = PatientRights with { Read = new(2026, 11, 20) };

    public static Statute IndividualPlan { get; } = new("FOR-2022-06-22-1110", "forskrift om individuell plan", Read);

    public static Statute SocialHousing { get; } = new("LOV-2022-12-20-121", "boligsosialloven", Read);
}
