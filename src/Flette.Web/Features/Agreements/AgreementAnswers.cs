using Dapper;
using Flette.Core;
using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Agreements;

/// <summary>Answers to agreements: by link, or written down for someone. Each is a version; the last one holds.</summary>
public static class AgreementAnswers
{
    /// <summary>Change kind of a version that is an answer.</summary>
    public const string Answered = "answer";

    /// <summary>Change kind of a version in which the coordinator said yes to another day.</summary>
    public const string DayAccepted = "day";

    /// <summary>Change kind of a version in which the coordinator took note of an answer.</summary>
    public const string Noted = "noted";

    /// <summary>Change kind of a version in which someone was asked to take it.</summary>
    public const string Given = "given";

    /// <summary>Change kind of a version in which somebody took back her answer, when others had answered after it.</summary>
    public const string Retracted = "retracted";

    /// <summary>Writes an answer of <paramref name="by"/>.</summary>
    /// <param name="onBehalf">Whether the asker writes it down for her; then the coordinator has read it already.</param>
    /// <param name="version">The version the asker saw; null for one who answers by link, whose last answer holds.</param>
    public static Task<Refusal?> AnswerAsync(
        Write write,
        Guid agreement,
        AnswerDraft draft,
        Guid by,
        bool onBehalf,
        int? version = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        return ChangeAsync(
            write,
            agreement,
            version,
            Answered,
            now =>
            {
                var after = Answering.Answer(now, draft, by, write.Pass.Today, onBehalf ? null : write.Now);
                return onBehalf && after.Refusal is null && draft.OtherDay is null
                    ? Answering.TakeNote(after.Value, by)
                    : after;
            },
            onBehalf ? by : null
        );
    }

    /// <summary>Asks a person to take an agreement; whoever has it has it until she says yes.</summary>
    /// <param name="version">The version the asker saw.</param>
    public static Task<Refusal?> GiveAsync(Write write, Guid agreement, int version, Guid person)
    {
        ArgumentNullException.ThrowIfNull(write);
        return ChangeAsync(
            write,
            agreement,
            version,
            Given,
            now =>
                Answering.Hand(
                    now.State == AgreementState.Declined ? now with { State = AgreementState.Open, Holders = [] } : now,
                    [person],
                    [],
                    write.Pass.Today
                )
        );
    }

    /// <summary>Change kind of a version in which it was marked for the next meeting.</summary>
    public const string Raised = "raised";

    /// <summary>Change kind of a version in which it was let go with the family's word.</summary>
    public const string LeftOff = "let-go";

    /// <summary>Marks it to be taken up at the next meeting; what was answered is taken note of by it.</summary>
    public static Task<Refusal?> RaiseAsync(Write write, Guid agreement, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        return ChangeAsync(
            write,
            agreement,
            version,
            Raised,
            now => Noticed(now) with { Details = Noticed(now).Details with { Raise = write.Pass.Today } }
        );
    }

    /// <summary>Lets it go, because the family has said that it can be.</summary>
    /// <param name="words">Who said it, and how.</param>
    public static async Task<Refusal?> LetGoAsync(Write write, Guid agreement, int version, string? words)
    {
        if (SaidWords.Check(words) is { } refusal)
        {
            return refusal;
        }
        return SaidWords.Words(words) is not { } said
            ? new WishWordsMissing()
            : await ChangeAsync(
                write,
                agreement,
                version,
                LeftOff,
                now =>
                    Noticed(now) with
                    {
                        State = AgreementState.Withdrawn,
                        Details = Noticed(now).Details with { LetGo = said, Raise = null },
                    }
            );
    }

    private static Holding Noticed(Holding now) => Answering.TakeNote(now);

    /// <summary>Says yes to the day that was proposed.</summary>
    /// <param name="version">The version in which the asker saw the day.</param>
    /// <param name="by">Whose proposal; null: the latest answer's.</param>
    public static Task<Refusal?> AcceptDayAsync(Write write, Guid agreement, int version, Guid? by)
    {
        DateOnly? due = null;
        return ChangeAsync(
            write,
            agreement,
            version,
            DayAccepted,
            now =>
            {
                var accepted = Answering.AcceptDay(now, by);
                if (accepted.Refusal is { } refusal)
                {
                    return refusal;
                }
                due = accepted.Value.Due;
                return accepted.Value.Now;
            },
            due: () => due
        );
    }

    /// <summary>Takes note of an answer; it leaves the list of answers that came.</summary>
    /// <param name="version">The version in which the asker saw the answer.</param>
    /// <param name="by">Whose answer; null: the latest.</param>
    public static Task<Refusal?> NoteAsync(Write write, Guid agreement, int version, Guid? by) =>
        ChangeAsync(write, agreement, version, Noted, now => Answering.TakeNote(now, by));

    /// <summary>
    /// «Angre og svar på nytt»: takes back the asker's own last answer. When nothing has happened since, all stands as before it;
    /// when others have answered meanwhile, theirs stand.
    /// </summary>
    public static async Task<Refusal?> TakeBackAsync(Write write, Guid agreement)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await Visible.ItemAsync(write, ItemKinds.Agreement, agreement) is not { } seen)
        {
            return new NoSuchAgreement();
        }
        var me = write.Pass.Asker.Id;
        if (seen.Row.Change != Answered || seen.Row.ById != me)
        {
            return await ChangeAsync(write, agreement, null, Retracted, now => Answering.TakeBack(now, me));
        }
        if (await Items.UndoAsync(write, seen.Row, seen.Row.Version, _ => seen.Row.Plans) is { } refusal)
        {
            return refusal;
        }
        return seen.Row.Parent is { } parent ? await MeasureTakenBackAsync(write, parent, seen.Row.At) : null;
    }

    /// <summary>What the answer did to the measure goes with it, unless somebody has changed the measure since.</summary>
    /// <param name="at">When the answer was given.</param>
    private static async Task<Refusal?> MeasureTakenBackAsync(Write write, Guid measure, DateTimeOffset at) =>
        await write.Db.QuerySingleOrDefaultAsync<ItemRow>(
            "select * from item where id = @measure and family = @Id and kind = 'measure' and change = @Answered and at = @at",
            new
            {
                measure,
                write.Pass.Family!.Id,
                Answered,
                at,
            },
            write.Work
        )
            is { } row
            ? await Items.UndoAsync(write, row, row.Version, _ => row.Plans)
            : null;

    private static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid agreement,
        int? version,
        string change,
        Func<Holding, Result<Holding>> work,
        Guid? onBehalf = null,
        Func<DateOnly?>? due = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await Visible.ItemAsync(write, ItemKinds.Agreement, agreement) is not { } seen)
        {
            return new NoSuchAgreement();
        }
        if (version is { } saw && saw != seen.Row.Version)
        {
            return new ChangedMeanwhile();
        }
        var done = work(AgreementBook.Open(seen).Holding);
        if (done.Refusal is { } refusal)
        {
            return refusal;
        }
        var after = done.Value;
        var next = seen.Row with
        {
            State = Rows.Code(after.State),
            Holders = [.. after.Holders],
            Asked = [.. after.Asked],
            Day = due?.Invoke() ?? seen.Row.Day,
        };
        // The family's row is locked, so the version read is the newest.
        if (!await Items.ChangeAsync(write, next, seen.Row.Version, change, after.Details, onBehalf))
        {
            return new ChangedMeanwhile();
        }
        if (
            change is Answered or Retracted
            && seen.Row.Parent is { } parent
            && MeasureAgreements.Answered(after.State) is { } state
        )
        {
            await MeasureFollowsAsync(write, parent, state, onBehalf);
        }
        return null;
    }

    /// <summary>
    /// The measure an agreement came from stands where its agreement does. Who answered may not read the measure, so its words
    /// are taken over as they lie.
    /// </summary>
    private static async Task MeasureFollowsAsync(Write write, Guid measure, MeasureState state, Guid? onBehalf)
    {
        var changed = await write.ExecuteAsync(
            """
            update item set state = @state, version = version + 1, change = @Answered, restored = null,
                   by_kind = @kind, by_id = @by, on_behalf = @onBehalf, at = @Now
             where id = @measure and family = @family and kind = 'measure' and state <> @state
            """,
            new
            {
                state = Rows.Code(state),
                Answered,
                kind = Rows.Code(write.Pass.Asker.Kind),
                by = write.Pass.Asker.Id,
                onBehalf,
                write.Now,
                measure,
                family = write.Pass.Family!.Id,
            }
        );
        if (changed > 0)
        {
            await write.ExecuteAsync(
                $"insert into item_version (item, {Items.Shared}) select id, {Items.Shared} from item where id = @measure",
                new { measure }
            );
            write.Touched(measure);
        }
    }
}
