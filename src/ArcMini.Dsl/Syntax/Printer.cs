using System.Text;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Syntax;

/// <summary>
/// Writes programs in the canonical form. <c>Parse(Print(p))</c> equals <c>p</c>, unless the text is longer than
/// <see cref="Parser.MaxLength"/>. <see cref="CallForms"/> tells how calls are written. Operators have one blank on each side and no
/// brackets that are not needed.
/// </summary>
public sealed class Printer
{
    private readonly StringBuilder text = new();
    private readonly CallForms forms;

    private Printer(CallForms forms) => this.forms = forms;

    /// <summary>The canonical text of a program: a line for each comment, <c>let</c> and result. The last has no line end.</summary>
    public static string Print(ArcProgram program)
    {
        var usual = Print(program, CallForms.Usual);
        return Parser.NestsLittle(usual) || Parser.TryParse(usual) is not null ? usual : Print(program, CallForms.Shallow());
    }

    /// <summary>The canonical text of an expression.</summary>
    public static string Print(Expr expr)
    {
        var printer = new Printer(CallForms.Usual);
        printer.Write(expr, 0);
        return printer.text.ToString();
    }

    /// <summary>The parameters of a function: <c>o</c>, or <c>(a, b)</c> for two.</summary>
    internal static string Parameters(Lambda lambda)
    {
        var names = string.Join(", ", lambda.Parameters);
        return lambda.Parameters.Count == 1 ? names : $"({names})";
    }

    private static string Print(ArcProgram program, CallForms forms)
    {
        var printer = new Printer(forms);
        foreach (var binding in program.Bindings)
        {
            printer.WriteComments(binding.Comments);
            printer.text.Append("let ").Append(binding.Name).Append(" = ");
            printer.Write(binding.Value, 0);
            printer.text.Append('\n');
        }
        printer.WriteComments(program.Comments);
        printer.WriteResult(program.Result, afterBinding: program.Bindings.Count > 0);
        return printer.text.ToString();
    }

    private void WriteComments(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            text.Append(line.Length > 0 ? "# " : "#").Append(line).Append('\n');
    }

    /// <summary>Writes the result. After a binding, a negative number that begins it is put in brackets: it is no subtraction.</summary>
    private void WriteResult(Expr result, bool afterBinding)
    {
        var start = text.Length;
        Write(result, 0);
        if (!afterBinding || text[start] != '-')
            return;
        var end = start + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        text.Insert(end, ')').Insert(start, '(');
    }

    /// <remarks>The level is 0 where any expression may stand. Else it is the lowest operator level that needs no brackets.</remarks>
    private void Write(Expr expr, int level)
    {
        switch (expr)
        {
            case IntLiteral literal:
                text.Append(literal.Value);
                break;
            case ColorLiteral literal:
                text.Append(Color.Names[literal.Value]);
                break;
            case BoolLiteral literal:
                text.Append(literal.Value ? "true" : "false");
                break;
            case PointLiteral literal:
                text.Append(literal.Value);
                break;
            case GridLiteral literal:
                text.Append('"').Append(literal.Value).Append('"');
                break;
            case Hole:
                text.Append('?');
                break;
            case Name name:
                text.Append(name.Text);
                break;
            case Call call:
                WriteCall(call, level);
                break;
            case ListLiteral list:
                WriteAll("[", list.Items, "]");
                break;
            case Lambda lambda:
                text.Append(Parameters(lambda)).Append(" => ");
                Write(lambda.Body, 0);
                break;
            case If choice:
                WriteChoice(choice, level > 0);
                break;
        }
    }

    private void WriteChoice(If choice, bool bracketed)
    {
        text.Append(bracketed ? "(if " : "if ");
        Write(choice.Condition, 0);
        text.Append(" then ");
        Write(choice.Then, 0);
        text.Append(" else ");
        Write(choice.Else, 0);
        text.Append(bracketed ? ")" : "");
    }

    private void WriteCall(Call call, int level)
    {
        switch (forms.Of(call, level))
        {
            case CallForm.Operator:
                var sign = CallForms.OperatorOf(call)!;
                text.Append(sign.Level < level ? "(" : "");
                Write(call.Arguments[0], sign.Level);
                text.Append(' ').Append(sign.Sign).Append(' ');
                Write(call.Arguments[1], sign.Level + 1);
                text.Append(sign.Level < level ? ")" : "");
                break;
            case CallForm.Pair:
                WriteAll("(", call.Arguments, ")");
                break;
            case CallForm.Pipe:
                Write(call.Arguments[0], CallForms.LevelOfPiped(call));
                text.Append(" |> ").Append(call.Function);
                if (call.Arguments.Count > 1)
                    WriteAll("(", call.Arguments.Skip(1), ")");
                break;
            default:
                text.Append(call.Function);
                WriteAll("(", call.Arguments, ")");
                break;
        }
    }

    private void WriteAll(string open, IEnumerable<Expr> items, string close)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "" : ", ");
            Write(item, 0);
            first = false;
        }
        text.Append(close);
    }
}
