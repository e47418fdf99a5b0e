using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Sitrep.Tests.Store;

/// <summary>Prints a value with all its public properties, so that two values can be compared although arrays inside records
/// compare by reference. A property added to the model is printed, and so compared, from the day it is added.</summary>
internal static class Deep
{
    public static string Print(object? value)
    {
        var lines = new StringBuilder();
        Print(value, "", lines);
        return lines.ToString();
    }

    private static void Print(object? value, string path, StringBuilder lines)
    {
        switch (value)
        {
            case null: Line("null"); return;
            case string text: Line($"'{text}'"); return;
            case IFormattable simple when value.GetType().IsPrimitive || value is Enum or DateOnly or DateTimeOffset: Line(simple.ToString(null, CultureInfo.InvariantCulture)); return;
            case bool truth: Line(truth.ToString()); return;
            case IEnumerable items:
                int index = 0;
                foreach (object? item in items) Print(item, $"{path}[{index++}]", lines);
                Line($"{index} items");
                return;
            default:
                foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
                {
                    Print(property.GetValue(value), $"{path}.{property.Name}", lines);
                }
                return;
        }

        void Line(string words) => lines.Append(path).Append(" = ").AppendLine(words);
    }
}
