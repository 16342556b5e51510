using System.Text;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Syntax;

/// <summary>
/// Writes programs in the canonical form. <c>Parse(Print(p))</c> equals <c>p</c>. A call whose first parameter is a grid or a list
/// is written as a pipeline where that needs no brackets. Operators have one blank on each side and no brackets that are not needed.
/// </summary>
public static class Printer
{
    /// <summary>The canonical text of a program: a line for each comment, <c>let</c> and result. The last has no line end.</summary>
    public static string Print(ArcProgram program)
    {
        var text = new StringBuilder();
        foreach (var binding in program.Bindings)
        {
            Comments(binding.Comments);
            text.Append("let ").Append(binding.Name).Append(" = ");
            Write(text, binding.Value, 0);
            text.Append('\n');
        }
        Comments(program.Comments);
        Write(text, program.Result, 0);
        return text.ToString();

        void Comments(IEnumerable<string> lines)
        {
            foreach (var line in lines)
                text.Append(line.Length > 0 ? "# " : "#").Append(line).Append('\n');
        }
    }

    /// <summary>The canonical text of an expression.</summary>
    public static string Print(Expr expr)
    {
        var text = new StringBuilder();
        Write(text, expr, 0);
        return text.ToString();
    }

    /// <remarks>The level is 0 where any expression may stand. Else it is the lowest operator level that needs no brackets.</remarks>
    private static void Write(StringBuilder text, Expr expr, int level)
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
                WriteCall(text, call, level);
                break;
            case ListLiteral list:
                WriteAll(text, "[", list.Items, "]");
                break;
            case Lambda lambda:
                var parameters = string.Join(", ", lambda.Parameters);
                text.Append(lambda.Parameters.Count == 1 ? parameters : $"({parameters})").Append(" => ");
                Write(text, lambda.Body, 0);
                break;
            case If choice:
                WriteChoice(text, choice, level > 0);
                break;
        }
    }

    private static void WriteChoice(StringBuilder text, If choice, bool bracketed)
    {
        text.Append(bracketed ? "(if " : "if ");
        Write(text, choice.Condition, 0);
        text.Append(" then ");
        Write(text, choice.Then, 0);
        text.Append(" else ");
        Write(text, choice.Else, 0);
        text.Append(bracketed ? ")" : "");
    }

    private static void WriteCall(StringBuilder text, Call call, int level)
    {
        var primitive = PrimitiveTable.Find(call.Function);
        if (primitive?.Operator is { } sign && call.Arguments.Count == 2)
        {
            text.Append(sign.Level < level ? "(" : "");
            Write(text, call.Arguments[0], sign.Level);
            text.Append(' ').Append(sign.Sign).Append(' ');
            Write(text, call.Arguments[1], sign.Level + 1);
            text.Append(sign.Level < level ? ")" : "");
        }
        else if (call.Function == "point" && call.Arguments.Count == 2)
        {
            WriteAll(text, "(", call.Arguments, ")");
        }
        else if (level == 0 && primitive is not null && Pipes(primitive, call))
        {
            Write(text, call.Arguments[0], call.Arguments[0] is If ? 1 : 0);
            text.Append(" |> ").Append(call.Function);
            if (call.Arguments.Count > 1)
                WriteAll(text, "(", call.Arguments.Skip(1), ")");
        }
        else
        {
            text.Append(call.Function);
            WriteAll(text, "(", call.Arguments, ")");
        }
    }

    private static void WriteAll(StringBuilder text, string open, IEnumerable<Expr> items, string close)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "" : ", ");
            Write(text, item, 0);
            first = false;
        }
        text.Append(close);
    }

    private static bool Pipes(Primitive primitive, Call call) => call.Arguments.Count == primitive.Signature.Parameters.Count
        && primitive.Signature.Parameters is [{ Type: ListOf or GroundType { Name: "Grid" } }, ..];
}
