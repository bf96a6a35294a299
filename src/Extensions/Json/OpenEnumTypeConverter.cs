using System.ComponentModel;
using System.Globalization;

namespace Amity;

/// <summary>Makes values of an open set of texts: for configuration, and for Newtonsoft.Json where they are the keys of a dictionary.</summary>
internal sealed class OpenEnumTypeConverter<T> : TypeConverter
    where T : struct, IOpenEnum<T>
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? default(T).Create(text) : base.ConvertFrom(context, culture, value);
}
