using Npgsql;

namespace Flette.Web.Tests.Cluster;

internal static class Sql
{
    /// <summary>One statement on a connection of its own; its first value as text.</summary>
    public static async Task<string?> ScalarAsync(string connectionString, string sql)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(text.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
