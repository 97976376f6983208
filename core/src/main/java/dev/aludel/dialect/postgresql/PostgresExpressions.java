package dev.aludel.dialect.postgresql;

import dev.aludel.schema.Column;
import dev.aludel.schema.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes from expressions what PostgreSQL's deparser adds and people do not write, above all the casts, where that does
 * not change what the expression means. Knows a table's columns, since {@code status::text} means {@code status} only
 * for a varchar. An expression beyond the parser stays as it is.
 */
final class PostgresExpressions {
    /** A time that is read at each insert; without its cast to text it would be read once, when the default is set. */
    private static final Pattern LATE_TIME =
            Pattern.compile("(?i)'\\s*(now|today|tomorrow|yesterday)\\s*'::text\\)?::");

    private static final Set<String> TEXTS = Set.of("text", "varchar", "text[]", "varchar[]");

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private final Set<String> varcharColumns;

    PostgresExpressions(List<Column> columns) {
        varcharColumns = columns.stream()
                .filter(column -> PostgresTypes.normalize(column.type()) instanceof Type.Varchar)
                .map(column -> PostgresIdentifiers.quote(column.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A condition or the expression of an index or generated column. */
    String condition(String sql) {
        return ExpressionParser.parse(sql)
                .map(tree -> simplify(tree).print())
                .orElseGet(() -> OuterParentheses.strip(sql));
    }

    /** The terms that AND joins, in no order: PostgreSQL deparses them in the order in which a framework wrote them. */
    static Set<String> terms(String condition) {
        Set<String> terms = new HashSet<>();
        Optional<Expression> rest = ExpressionParser.parse(condition);
        while (rest.isPresent()
                && rest.get() instanceof Expression.Infix infix
                && infix.operator().equals("AND")) {
            terms.add(infix.right().print());
            rest = Optional.of(infix.left());
        }
        terms.add(rest.map(Expression::print).orElse(condition));
        return terms;
    }

    /**
     * A default of a column of this type; empty where it is null, which is none. Operators are in parentheses, since some
     * may not stand in a DEFAULT without them.
     */
    static Optional<String> defaultValue(String sql, Type type) {
        Optional<Expression> tree = ExpressionParser.parse(sql).map(new PostgresExpressions(List.of())::simplify);
        if (tree.isEmpty() || LATE_TIME.matcher(sql).find()) {
            return Optional.of(OuterParentheses.strip(sql));
        }
        // The default is cast to the column's type anyway.
        Expression value = literal(tree.get());
        if (value instanceof Expression.Atom atom) {
            return atom.text().equals("NULL") ? Optional.empty() : Optional.of(constant(atom.text(), type));
        }
        boolean closed = value.precedence() == Expression.HIGHEST || value instanceof Expression.Cast;
        return Optional.of(closed ? value.print() : "(" + value.print() + ")");
    }

    private static String constant(String text, Type type) {
        String inner =
                text.startsWith("'") ? text.substring(1, text.length() - 1).strip() : text;
        if (NUMBERS.contains(PostgresTypes.render(type).replaceFirst("\\(.*", ""))
                && inner.matches("-?\\d+(\\.\\d+)?")) {
            return inner;
        }
        return type instanceof Type.Bool
                ? switch (inner.toLowerCase(Locale.ROOT)) {
                    case "t", "true" -> "true";
                    case "f", "false" -> "false";
                    default -> text;
                }
                : text;
    }

    private Expression simplify(Expression tree) {
        if (tree instanceof Expression.Cast cast) {
            return withoutCast(new Expression.Cast(simplify(cast.operand()), cast.type()));
        }
        if (tree instanceof Expression.Infix infix) {
            return infix(infix);
        }
        if (tree instanceof Expression.In in) {
            return membership(simplify(in.operand()), in.negated(), simplify(in.values()));
        }
        if (tree instanceof Expression.Prefix prefix) {
            return new Expression.Prefix(prefix.operator(), simplify(prefix.operand()));
        }
        if (tree instanceof Expression.Postfix postfix) {
            return new Expression.Postfix(simplify(postfix.operand()), postfix.operator());
        }
        if (tree instanceof Expression.Call call) {
            return call(call);
        }
        if (tree instanceof Expression.ArrayLiteral array) {
            return new Expression.ArrayLiteral(simplify(array.elements()));
        }
        return tree instanceof Expression.Case cases ? cases(cases) : tree;
    }

    private List<Expression> simplify(List<Expression> trees) {
        return trees.stream().map(this::simplify).toList();
    }

    private Expression cases(Expression.Case cases) {
        return new Expression.Case(
                cases.operand().map(this::simplify),
                cases.branches().stream().map(this::simplify).toList(),
                cases.otherwise().map(this::simplify));
    }

    private Expression call(Expression.Call call) {
        List<Expression> arguments = simplify(call.arguments());
        if (arguments.isEmpty() && Set.of("now", "transaction_timestamp").contains(call.name())) {
            return new Expression.Atom("CURRENT_TIMESTAMP");
        }
        boolean sequence = call.name().equals("nextval");
        return new Expression.Call(
                call.name(),
                sequence ? arguments.stream().map(PostgresExpressions::literal).toList() : arguments);
    }

    private Expression infix(Expression.Infix infix) {
        Expression left = simplify(infix.left());
        Expression right = simplify(infix.right());
        String operator = infix.operator();
        if (right instanceof Expression.Call call && call.arguments().size() == 1) {
            Expression argument = call.arguments().get(0);
            boolean any = operator.equals("=") && call.name().equals("any");
            boolean all = operator.equals("<>") && call.name().equals("all");
            if ((any || all) && argument instanceof Expression.ArrayLiteral array) {
                return membership(left, all, array.elements());
            }
        }
        if (operator.equals("AND") || operator.equals("OR")) {
            return leftDeep(left, operator, right);
        }
        // Next to something typed, an untyped constant takes that type by itself.
        boolean compares = Precedence.of(operator) == Precedence.COMPARISON;
        boolean typedLeft = !(literal(left) instanceof Expression.Atom atom && atom.isConstant());
        return new Expression.Infix(left, operator, compares && typedLeft ? literal(right) : right);
    }

    /** {@code a AND (b AND c)} as {@code (a AND b) AND c}, which is how it prints without parentheses. */
    private static Expression leftDeep(Expression left, String operator, Expression right) {
        return right instanceof Expression.Infix inner && inner.operator().equals(operator)
                ? new Expression.Infix(leftDeep(left, operator, inner.left()), operator, inner.right())
                : new Expression.Infix(left, operator, right);
    }

    private static Expression membership(Expression operand, boolean negated, List<Expression> values) {
        List<Expression> literals =
                values.stream().map(PostgresExpressions::literal).toList();
        return literals.size() == 1
                ? new Expression.Infix(operand, negated ? "<>" : "=", literals.get(0))
                : new Expression.In(operand, negated, literals);
    }

    private Expression withoutCast(Expression.Cast cast) {
        boolean toText = TEXTS.contains(cast.type());
        boolean redundant = toText
                && ((cast.operand() instanceof Expression.ArrayLiteral array
                                && !array.elements().isEmpty())
                        || (cast.operand() instanceof Expression.Atom atom
                                && (atom.isString()
                                        || (cast.type().equals("text") && varcharColumns.contains(atom.text())))));
        return redundant ? cast.operand() : cast;
    }

    /** The constant without its cast, a number in quotes as a number; anything else as it is. */
    private static Expression literal(Expression expression) {
        if (!(expression instanceof Expression.Cast cast && cast.operand() instanceof Expression.Atom atom)) {
            return expression;
        }
        if (atom.isString() && NUMBERS.contains(cast.type()) && atom.text().matches("'-?\\d+(\\.\\d+)?'")) {
            return new Expression.Atom(atom.text().substring(1, atom.text().length() - 1));
        }
        boolean number = atom.isNumber() && NUMBERS.contains(cast.type());
        return number
                        || (atom.isString() && !cast.type().contains("("))
                        || atom.text().equals("NULL")
                ? atom
                : expression;
    }
}
