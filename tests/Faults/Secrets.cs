using System.Collections;

namespace Amity.Tests.Faults;

/// <summary>Everything that an exception shows to whoever logs it.</summary>
internal static class Secrets
{
    public static IEnumerable<string> TextsOf(Exception exception)
    {
        yield return exception.ToString();
        for (var shown = exception; shown is not null; shown = shown.InnerException)
        {
            yield return shown.Message;
            foreach (DictionaryEntry entry in shown.Data)
            {
                yield return $"{entry.Key}={entry.Value}";
            }

            // Every public property, so that one added later is searched, too.
            foreach (var property in shown.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
            {
                var value = property.GetValue(shown);
                yield return value is IEnumerable items and not string ? string.Join('\n', items.Cast<object?>()) : $"{value}";
            }
        }
    }
}
