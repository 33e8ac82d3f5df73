using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Flette.Core.Law;
using Flette.Core.Law.Deciding;

namespace Flette.Law.Tests;

/// <summary>
/// All the law as data, held against what somebody has read and let stand: Approved/rules.txt has each field of each rule, and
/// Approved/grounds.txt what each decided situation rests on. Wrong law is worse than none, so no word changes unseen.
/// </summary>
public sealed class LawTextTests
{
    [Fact]
    public void Each_field_of_each_rule_is_the_one_that_was_read() => Holds("rules.txt", Rules());

    [Fact]
    public void Each_situation_rests_on_the_sections_that_were_read() => Holds("grounds.txt", Reasons());

    /// <summary>Every table and every statute: public static data of the namespace, so that a new one is taken in by itself.</summary>
    private static string Rules()
    {
        var text = new StringBuilder();
        var tables =
            from type in typeof(Statutes).Assembly.GetExportedTypes()
            where
                type is { IsAbstract: true, IsSealed: true }
                && type.Namespace?.StartsWith(typeof(Statutes).Namespace!, StringComparison.Ordinal) == true
            orderby type.FullName
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            select (type, property);
        foreach (var (type, property) in tables)
        {
            Write(text, 0, $"{type.Name}.{property.Name}", property.GetValue(null));
        }
        return text.ToString();
    }

    private static string Reasons()
    {
        var text = new StringBuilder();
        var clauses = new List<Clause>();
        foreach (var s in Situations.All)
        {
            var why = Standings.Of(s.Family(), s.Who, s.Matter, Situation.Today, s.Circumstances()).Why;
            clauses.AddRange(why);
            text.Append(s).Append('\n');
            foreach (var clause in why)
            {
                text.Append("  ").Append(clause.Basis.Named).Append('\n');
            }
        }
        foreach (var clause in clauses.Distinct().OrderBy(c => c.Basis.Named, StringComparer.Ordinal))
        {
            Write(text, 0, clause.Basis.Named, clause.Says);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, int depth, string name, object? value)
    {
        text.Append(' ', 2 * depth).Append(name).Append(':');
        switch (value)
        {
            case null:
                text.Append(" -\n");
                break;
            case LegalBasis basis:
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" {basis.Named}, {basis.Source.OriginalString}, read {basis.Read:O}\n"
                );
                break;
            case DateOnly day:
                text.Append(CultureInfo.InvariantCulture, $" {day:O}\n");
                break;
            case string or Enum or bool or int or Uri:
                text.Append(CultureInfo.InvariantCulture, $" {value}\n");
                break;
            case IEnumerable many:
                text.Append('\n');
                foreach (var (place, one) in many.Cast<object>().Index())
                {
                    Write(text, depth + 1, (place + 1).ToString(CultureInfo.InvariantCulture), one);
                }
                break;
            default:
                text.Append('\n');
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    Write(text, depth + 1, property.Name, property.GetValue(value));
                }
                break;
        }
    }

    private static void Holds(string file, string now)
    {
        var approved = Path.Combine(AppContext.BaseDirectory, "Approved", file);
        var before = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (before == now)
        {
            return;
        }
        var received = Path.Combine(AppContext.BaseDirectory, file);
        File.WriteAllText(received, now);
        var (then, here) = (before.Split('\n'), now.Split('\n'));
        var first = then.Zip(here).TakeWhile(l => l.First == l.Second).Count();
        Assert.Fail(
            $"""
            Approved/{file} has something else from line {first + 1} on:
              approved: {then.ElementAtOrDefault(first)}
              now:      {here.ElementAtOrDefault(first)}
            Read the source. When it says what stands now, let it stand:
              cp {received} tests/Law.Tests/Approved/{file}
            """
        );
    }
}
