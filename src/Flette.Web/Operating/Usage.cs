namespace Flette.Web.Operating;

/// <summary>What the published program can be asked to do.</summary>
internal static class Usage
{
    /// <summary>Writes it, and gives the exit code on.</summary>
    public static int Write(TextWriter output, int exit)
    {
        output.WriteLine(
            """
            Bruk: flette KOMMANDO [--config FIL]

              serve          kjør programmet til det blir bedt om å stoppe
              config check   se etter feil i konfigurasjonen; starter ingenting
              migrate        løft databasen til hver kommune til denne versjonen; lager den som mangler
              backup --to MAPPE [--keys]
                             sikkerhetskopi av databasene, mens programmet kjører; med --keys av nøklene, et annet sted
              restore --from MAPPE
                             legg en sikkerhetskopi tilbake der det ikke er noen database
              audit verify [--head FIL] [--municipality NØKKEL]
                             gå gjennom loggen: er den som den ble forseglet? Kode 1 og hver rad når den ikke er det
              audit head [--municipality NØKKEL]
                             siste segl: ta vare på linjen utenfor maskinen
              keys rotate [--family ID] [--municipality NØKKEL]
                             bytt nøklene som det om familiene er forseglet med, mens programmet kjører; --family bare én familie
              staff add --municipality NØKKEL --name NAVN --email ADRESSE --role unit|coordinator|leader|administrator
                             skriv inn en ansatt, så hun kan logge inn

            Konfigurasjonen er /etc/flette/flette.json når ikke --config eller FLETTE_CONFIG sier noe annet.
            """
        );
        return exit;
    }
}
