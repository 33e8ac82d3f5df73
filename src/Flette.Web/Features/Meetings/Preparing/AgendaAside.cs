namespace Flette.Web.Features.Meetings.Preparing;

/// <summary>The agenda beside the minutes while they are written.</summary>
/// <param name="Family">Address of the family.</param>
/// <param name="Name">What a person is called.</param>
/// <param name="Here">Address of the screen: each step is taken up with one press.</param>
public sealed record AgendaAside(AgendaView Agenda, string Family, string Here, Func<Guid, string?> Name);
