namespace Flette.Web.Delivery.Inbound;

/// <summary>
/// A maildir: mail lies in <c>new</c> when it has been delivered whole, and is moved to <c>cur</c> by one rename when it has been
/// dealt with. Of two who read at the same time both may hand a mail over; it has one effect all the same.
/// </summary>
public sealed class Maildir(string folder) : IInboundSource
{
    private const string Seen = ":2,S";
    private const string Flagged = ":2,FS";

    /// <inheritdoc/>
    public async Task ReadAsync(Func<InboundMail, Task<bool>> take, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(take);
        var (arrived, dealtWith) = (new DirectoryInfo(Path.Combine(folder, "new")), Path.Combine(folder, "cur"));
        if (!arrived.Exists)
        {
            return;
        }
        Directory.CreateDirectory(dealtWith);
        foreach (var file in arrived.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal).ToList())
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                // A name that leads elsewhere is nobody's mail.
                var had = file.LinkTarget is null && await take(new InboundMail(file.Length, _ => Open(file)));
                var name = file.Name.Split(':')[0] + (had ? Seen : Flagged);
                File.Move(file.FullName, Path.Combine(dealtWith, name), overwrite: false);
            }
            catch (FileNotFoundException)
            {
                // Another node was quicker.
            }
        }
    }

    private static Task<Stream> Open(FileInfo file) =>
        Task.FromResult<Stream>(
            new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true)
        );
}
