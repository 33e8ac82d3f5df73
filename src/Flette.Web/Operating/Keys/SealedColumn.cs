using Flette.Web.Features.Transitions.Municipal;

namespace Flette.Web.Operating.Keys;

/// <summary>
/// A column of texts sealed with the keys of <c>owner_key</c>. Each expression is SQL over <see cref="From"/>, where the table itself is
/// <c>t</c>.
/// </summary>
/// <param name="Table">Table; the column is <c>body</c>, as in all of them.</param>
/// <param name="From">The table as <c>t</c>, with what must be joined to know whose a row is.</param>
/// <param name="Family">The family whose row is locked by whoever writes the row.</param>
/// <param name="Owner">Whose key it is.</param>
/// <param name="PlaceTable">Table of the <see cref="Vault.Place"/> it was sealed for.</param>
/// <param name="PlaceRow">Row of it.</param>
public sealed record SealedColumn(
    string Table,
    string From,
    string Family,
    string Owner,
    string PlaceTable,
    string PlaceRow
)
{
    /// <summary>
    /// All of them, and the one list there is: of what is left out here the key would be destroyed, and it could not be opened any more.
    /// A test holds it against the schema.
    /// </summary>
    public static IReadOnlyList<SealedColumn> All { get; } =
    [
        new("family", "family t", "t.id", "t.id", "'family'", "t.id"),
        OfFamily("appointment"),
        new(
            "appointment_version",
            "appointment_version t join appointment p on p.id = t.appointment",
            "p.family",
            "p.family",
            "'appointment'",
            "p.id"
        ),
        OfFamily("household"),
        OfFamily("member", owner: "t.id"),
        new(
            "member_version",
            "member_version t join member p on p.id = t.member",
            "p.family",
            "p.id",
            "'member'",
            "p.id"
        ),
        OfFamily("item", owner: "t.key_owner"),
        new("item_version", "item_version t join item p on p.id = t.item", "p.family", "t.key_owner", "'item'", "p.id"),
        OfFamily("plan"),
        OfFamily("consent", owner: "t.given_by"),
        OfFamily("document"),
        new(
            "document_chunk",
            "document_chunk t join document p on p.id = t.document",
            "p.family",
            "p.family",
            "'document_chunk/' || t.seq",
            "p.id"
        ),
        OfFamily("appointment_proposal"),
        OfFamily("link"),
        OfFamily("outbox"),
        OfFamily("invitation"),
        OfFamily("draft", row: "t.line_key"),
        new("own_transition", "own_transition t", Municipal, Municipal, "'own_transition'", "t.id"),
    ];

    /// <summary>Columns of bytes that hold nothing sealed with those keys, as <c>table.column</c>, and why.</summary>
    public static IReadOnlyDictionary<string, string> Exceptions { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["attachment_chunk.body"] =
                "sealed with a key of the document's own, which stands in the sealed body of its item",
            ["audit.reason"] = "the log is never changed; nothing is written here yet",
            ["audit_seal.digests"] = "digests of the log",
            ["audit_seal.mac"] = "a keyed digest of the log",
            ["audit_seal.prev"] = "a keyed digest of the log",
            ["audit_seal.rows_hash"] = "a digest of the log",
            ["form_key.content"] = "a keyed digest of a form",
            ["known_browser.number_hash"] = "a digest under a key derived from the master key",
            ["known_browser.token_hash"] = "a digest",
            ["logout_token.jti_hash"] = "a digest",
            ["member.ident_hash"] = "a digest under a key derived from the master key",
            ["member_version.ident_hash"] = "a digest under a key derived from the master key",
            ["municipality.key_check"] = "sealed with the master key's own",
            ["one_time_code.number_hash"] = "a digest under a key derived from the master key",
            ["owner_key.wrapped"] = "the keys themselves",
            ["session.person_hash"] = "a digest under a key derived from the master key",
            ["session.sid_hash"] = "a digest under a key derived from the master key",
            ["session.subject_hash"] = "a digest under a key derived from the master key",
            ["session.token"] = "sealed with a key derived from the master key, and gone when the session ends",
            ["session.token_hash"] = "a digest",
            ["staff.ident_hash"] = "a digest under a key derived from the master key",
            ["staff_identity.subject_hash"] = "a digest under a key derived from the master key",
            ["use_count.whose"] = "a digest under a key derived from the master key",
        };

    private static string Municipal => $"'{OwnTransitionBook.Owner}'::uuid";

    private static SealedColumn OfFamily(string table, string owner = "t.family", string row = "t.id") =>
        new(table, table + " t", "t.family", owner, $"'{table}'", row);
}
