using System.Collections.Frozen;
using System.Data;
using System.Globalization;
using Dapper;
using Flette.Web.Vault;
using Npgsql;
using NpgsqlTypes;

namespace Flette.Web.Data;

/// <summary>How values go to and from rows: sealed texts as bytea, days as date, codes as text.</summary>
public static class Rows
{
    private static readonly Lock Once = new();
    private static bool _set;

    /// <summary>Teaches Dapper the house's types. Safe to call more than once.</summary>
    public static void Set()
    {
        lock (Once)
        {
            if (_set)
            {
                return;
            }
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            // Without this Dapper knows DateTimeOffset already and never asks the handler, and PostgreSQL takes only UTC.
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
            SqlMapper.AddTypeHandler(new SealedHandler());
            SqlMapper.AddTypeHandler(new DayHandler());
            SqlMapper.AddTypeHandler(new InstantHandler());
            SqlMapper.AddTypeHandler(new IdsHandler());
            _set = true;
        }
    }

    /// <summary>A code as it stands in the database: <c>ParentalResponsibility</c> is <c>parental-responsibility</c>.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum =>
        Codes<T>.ByValue.TryGetValue(value, out var code)
            ? code
            : throw new ArgumentException($"{typeof(T).Name} has no such value.", nameof(value));

    /// <summary>The value of a code. Throws <see cref="ArgumentException"/> for one that is not known.</summary>
    public static T FromCode<T>(string code)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(code);
        return Codes<T>.ByCode.TryGetValue(code, out var value)
            ? value
            : throw new ArgumentException($"{typeof(T).Name} has no such code.", nameof(code));
    }

    // Made once for each type: every row that is read asks for several.
    private static class Codes<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v, v => Written(v.ToString()));

        public static readonly FrozenDictionary<string, T> ByCode = ByValue.ToFrozenDictionary(
            c => c.Value,
            c => c.Key,
            StringComparer.Ordinal
        );

        private static string Written(string name) =>
            string.Concat(
                name.Select(
                    (c, i) =>
                        char.IsUpper(c)
                            ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c)
                            : c.ToString(CultureInfo.InvariantCulture)
                )
            );
    }

    private sealed class SealedHandler : SqlMapper.TypeHandler<Sealed>
    {
        public override void SetValue(IDbDataParameter parameter, Sealed value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Bytea;
            parameter.Value = value.Bytes;
        }

        public override Sealed Parse(object value) => new((byte[])value);
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Date;
            parameter.Value = value;
        }

        public override DateOnly Parse(object value) =>
            value is DateOnly day ? day : DateOnly.FromDateTime((DateTime)value);
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.TimestampTz;
            parameter.Value = value.UtcDateTime;
        }

        public override DateTimeOffset Parse(object value) =>
            value is DateTimeOffset instant ? instant : new DateTimeOffset((DateTime)value, TimeSpan.Zero);
    }

    private sealed class IdsHandler : SqlMapper.TypeHandler<Guid[]>
    {
        public override void SetValue(IDbDataParameter parameter, Guid[]? value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid;
            parameter.Value = value ?? [];
        }

        public override Guid[] Parse(object value) => (Guid[])value;
    }
}
