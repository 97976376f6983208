package dev.aludel.dialect.postgresql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An SQL expression as a tree, so that two spellings can be brought to one without regard to parentheses and spaces.
 * {@link #print()} writes it with as few parentheses as PostgreSQL's precedence (manual: 4.1.6) allows.
 */
sealed interface Expression {
    int HIGHEST = 20;

    /** How strongly it binds: a part that binds less than its surroundings needs parentheses. */
    int precedence();

    String print();

    /** A name, a literal or a keyword without arguments. */
    record Atom(String text) implements Expression {
        @Override
        public int precedence() {
            return HIGHEST;
        }

        @Override
        public String print() {
            return text;
        }

        boolean isString() {
            return text.endsWith("'");
        }

        boolean isNumber() {
            return text.matches("-?[0-9.].*");
        }

        boolean isConstant() {
            return isString() || isNumber() || text.equals("NULL");
        }
    }

    record Call(String name, List<Expression> arguments) implements Expression {
        @Override
        public int precedence() {
            return HIGHEST;
        }

        @Override
        public String print() {
            return name + list(arguments, "(", ")");
        }
    }

    record ArrayLiteral(List<Expression> elements) implements Expression {
        @Override
        public int precedence() {
            return HIGHEST;
        }

        @Override
        public String print() {
            return "ARRAY" + list(elements, "[", "]");
        }
    }

    record Case(Optional<Expression> operand, List<List<Expression>> branches, Optional<Expression> otherwise)
            implements Expression {
        @Override
        public int precedence() {
            return HIGHEST;
        }

        @Override
        public String print() {
            return "CASE" + operand.map(value -> " " + value.print()).orElse("")
                    + branches.stream()
                            .map(branch -> " WHEN " + branch.get(0).print() + " THEN "
                                    + branch.get(1).print())
                            .collect(Collectors.joining())
                    + otherwise.map(value -> " ELSE " + value.print()).orElse("") + " END";
        }
    }

    record Prefix(String operator, Expression operand) implements Expression {
        @Override
        public int precedence() {
            return operator.equals("NOT") ? Precedence.NOT : Precedence.SIGN;
        }

        @Override
        public String print() {
            return operator + (operator.equals("NOT") ? " " : "") + enclosed(operand, precedence());
        }
    }

    /** {@code IS NULL} and its like. */
    record Postfix(Expression operand, String operator) implements Expression {
        @Override
        public int precedence() {
            return Precedence.IS;
        }

        @Override
        public String print() {
            return enclosed(operand, precedence() + 1) + " " + operator;
        }
    }

    record Infix(Expression left, String operator, Expression right) implements Expression {
        @Override
        public int precedence() {
            return Precedence.of(operator);
        }

        @Override
        public String print() {
            boolean chains = precedence() != Precedence.COMPARISON && precedence() != Precedence.IS;
            return enclosed(left, precedence() + (chains ? 0 : 1)) + " " + operator + " "
                    + enclosed(right, precedence() + 1);
        }
    }

    record In(Expression operand, boolean negated, List<Expression> values) implements Expression {
        @Override
        public int precedence() {
            return Precedence.PATTERN;
        }

        @Override
        public String print() {
            return enclosed(operand, precedence() + 1) + (negated ? " NOT IN " : " IN ") + list(values, "(", ")");
        }
    }

    record Cast(Expression operand, String type) implements Expression {
        @Override
        public int precedence() {
            return Precedence.CAST;
        }

        @Override
        public String print() {
            boolean negative = operand instanceof Atom atom && atom.text().startsWith("-");
            return (negative ? "(" + operand.print() + ")" : enclosed(operand, precedence())) + "::" + type;
        }
    }

    private static String enclosed(Expression expression, int least) {
        return expression.precedence() < least ? "(" + expression.print() + ")" : expression.print();
    }

    private static String list(List<Expression> expressions, String open, String close) {
        return expressions.stream().map(Expression::print).collect(Collectors.joining(", ", open, close));
    }
}
