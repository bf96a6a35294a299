using System.Collections;

namespace Amity.Tests.Unit.Leaks;

/// <summary>Everything that an exception shows of itself to a log or a debugger.</summary>
internal static class ExceptionText
{
    internal static string Of(Exception exception) => string.Join("\n", Parts(exception));

    private static IEnumerable<string> Parts(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause.ToString();
            foreach (DictionaryEntry entry in cause.Data)
            {
                yield return $"{entry.Key}={entry.Value}";
            }

            foreach (var property in cause.GetType().GetProperties())
            {
                yield return $"{property.Name}={Text(property.GetValue(cause))}";
            }
        }
    }

    private static string Text(object? value) => value is IEnumerable many and not string ? string.Join("\n", many.Cast<object?>()) : $"{value}";
}
