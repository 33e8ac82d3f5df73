using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Flette.Kit.Canaries;

/// <summary>
/// Everything this process says to whoever traces or measures it: all activities of all sources with tags, events, baggage, links and
/// status, and the tags of all measurements. More than any exporter would be given.
/// </summary>
public sealed class Overheard : IDisposable
{
    private readonly ConcurrentQueue<string> _traces = new();
    private readonly ConcurrentDictionary<string, byte> _metrics = new(StringComparer.Ordinal);
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;

    /// <summary>Begins to listen.</summary>
    public Overheard()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            SampleUsingParentId = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => _traces.Enqueue(Told(a)),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument),
        };
        _meters.SetMeasurementEventCallback<byte>(Measured);
        _meters.SetMeasurementEventCallback<short>(Measured);
        _meters.SetMeasurementEventCallback<int>(Measured);
        _meters.SetMeasurementEventCallback<long>(Measured);
        _meters.SetMeasurementEventCallback<float>(Measured);
        _meters.SetMeasurementEventCallback<double>(Measured);
        _meters.SetMeasurementEventCallback<decimal>(Measured);
        _meters.Start();
    }

    /// <summary>What each activity that has ended told, its source first.</summary>
    public IReadOnlyCollection<string> Traces => _traces;

    /// <summary>Which sources have told something.</summary>
    public IReadOnlySet<string> Sources => _traces.Select(t => t.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);

    /// <summary>Each instrument with each set of tags it was used with.</summary>
    public IEnumerable<string> Metrics
    {
        get
        {
            _meters.RecordObservableInstruments();
            return _metrics.Keys;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private static string Told(Activity a) =>
        string.Join(
            ' ',
            new[] { a.Source.Name, a.OperationName, a.DisplayName, a.StatusDescription, a.TraceStateString }
                .Concat(a.TagObjects.Select(Said))
                .Concat(a.Baggage.Select(b => $"{b.Key}={b.Value}"))
                .Concat(a.Events.SelectMany(e => e.Tags.Select(Said).Prepend(e.Name)))
                .Concat(a.Links.SelectMany(l => (l.Tags ?? []).Select(Said)))
        );

    private static string Said(KeyValuePair<string, object?> tag) =>
        $"{tag.Key}={(tag.Value is System.Collections.IEnumerable and not string ? string.Join(',', ((System.Collections.IEnumerable)tag.Value).Cast<object?>()) : Convert.ToString(tag.Value, CultureInfo.InvariantCulture))}";

    private void Measured<T>(
        Instrument instrument,
        T measurement,
        ReadOnlySpan<KeyValuePair<string, object?>> tags,
        object? state
    ) =>
        _metrics.TryAdd(
            $"{instrument.Meter.Name} {instrument.Name} {string.Join(' ', tags.ToArray().Select(Said))}",
            0
        );
}
