namespace Flette.Web.Tests.Sealing;

/// <summary>What somebody who holds the database might do to the log.</summary>
public sealed partial class SealingTests
{
    /// <summary>What is done behind the program's back, and what is said of it; {row}, {other} and {seal} are numbers in the middle.</summary>
    public static TheoryData<string, string> Attacks =>
        new()
        {
            { "update audit set by_id = gen_random_uuid() where id = {row}", "rad {row} er endret" },
            { "update audit set by_kind = 'member' where id = {row}", "rad {row} er endret" },
            { "update audit set act = 'see-today' where id = {row}", "rad {row} er endret" },
            { "update audit set outcome = 'room' where id = {row}", "rad {row} er endret" },
            { "update audit set at = at + interval '1 microsecond' where id = {row}", "rad {row} er endret" },
            { "update audit set family = gen_random_uuid() where id = {row}", "rad {row} er endret" },
            { "update audit set items = array[gen_random_uuid()] where id = {row}", "rad {row} er endret" },
            { "update audit set request = request || 'x' where id = {row}", "rad {row} er endret" },
            { "update audit set reason = '\\x00' where id = {row}", "rad {row} er endret" },
            { "update audit set minute = at where id = {row}", "rad {row} er endret" },
            { "update audit set xid = '1' where id = {row}", "rad {row} er endret" },
            { "delete from audit where id = {row}", "rad {row} er slettet" },
            {
                "update audit a set request = b.request from audit b where (a.id, b.id) in (({row}, {other}), ({other}, {row}))",
                "rad {row} er endret"
            },
            {
                "insert into audit (at, by_kind, act, outcome, items, request, xid) select at, by_kind, act, outcome, items, request, xid from audit where id = {row}",
                "er satt inn"
            },
            { "update audit_seal set rows = rows + 1 where no = {seal}", "segl {seal} er endret" },
            { "update audit_seal set at = at + interval '1 second' where no = {seal}", "segl {seal} er endret" },
            { "update audit_seal set epoch = 7 where no = {seal}", "segl {seal} er endret" },
            { "update audit_seal set to_xid = '3' where no = {seal}", "segl {seal} er endret" },
            { "update audit_seal set mac = sha256(mac) where no = {seal}", "segl {seal} er endret" },
            {
                "update audit_seal set digests = set_byte(digests, 9, get_byte(digests, 9) # 1) where no = {seal}",
                "segl {seal} er endret"
            },
            {
                "update audit_seal set digests = ''::bytea, rows_hash = sha256(''::bytea), rows = 0 where no = {seal}",
                "segl {seal} er endret"
            },
            { "delete from audit_seal where no = {seal}", "segl {seal} mangler" },
            {
                "update audit_seal set no = case no when {seal} then -1 else {seal} end where no in ({seal}, {seal} + 1)",
                "mangler"
            },
            { "delete from audit_seal where no > {seal}", "er kuttet" },
            { "delete from audit_seal", "er kuttet" },
            {
                "with gone as (delete from audit_seal where no > {seal} returning digests) delete from audit where id > {row}",
                "er kuttet"
            },
        };
}
