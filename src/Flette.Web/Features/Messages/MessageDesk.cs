using Flette.Core.Access;
using Flette.Core.Messages;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;

namespace Flette.Web.Features.Messages;

/// <summary>A message that waits for the coordinator.</summary>
/// <param name="Who">First name of the one who wrote.</param>
/// <param name="AnswerBy">The last day of the answer she has promised.</param>
public sealed record WaitingMessage(OwnFamily Family, Message Message, string Who, DateOnly AnswerBy)
{
    /// <summary>How it begins: enough to know whether to go there now.</summary>
    public string Beginning =>
        Message.Details.Text.Length <= 120 ? Message.Details.Text : Message.Details.Text[..117] + "…";
}

/// <summary>Messages the coordinator's families wait for an answer to, the one that has waited longest first.</summary>
public static class MessageDesk
{
    /// <summary>Those of the families of the pass, in one question.</summary>
    public static async Task<IReadOnlyList<WaitingMessage>> LoadAsync(Pass pass, Own own, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(own);
        var families = own.Families.ToDictionary(f => f.Id);
        var items = await Visible.InStateAsync(
            pass,
            Act.SeeMessages,
            [.. own.Families.Select(f => f.Family.Facts)],
            ItemKinds.Message,
            Rows.Code(MessageState.Waiting),
            cancel
        );
        return MessageBook
            .Among(items)
            .Select(m => new WaitingMessage(
                families[m.Family],
                m,
                own.Members.FirstOrDefault(p => p.Id == m.Member)?.FirstName ?? "",
                MessageRules.AnswerBy(m.Day, pass.Session.AnswersWithin)
            ))
            .OrderBy(m => m.Message.Details.At)
            .ThenBy(m => m.Message.Id)
            .ToList();
    }
}
