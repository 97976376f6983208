package dev.aludel.autogenerate.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java expression that lays itself out in at most 120 columns, as palantir-java-format does, so that formatting a
 * generated file changes nothing: on one line where it fits and the last call of a chain begins before column 80, else a
 * call of the chain a line, else an argument a line; long literals are cut between words.
 */
sealed interface JavaExpression {
    int WIDTH = 120;
    int CHAIN_WIDTH = 80;
    int CONTINUATION = 8;

    /** All of it on one line. */
    String flat();

    /** False when a chain in it would be too long for one line that begins in this column. */
    default boolean staysFlat(int column) {
        return true;
    }

    /**
     * The text, without the indentation of its first line.
     *
     * @param column where it begins, from 0
     * @param behind how many characters follow on its last line
     */
    String layout(int column, int behind);

    /** As it stands: a number, a constant. */
    record Word(String text) implements JavaExpression {
        @Override
        public String flat() {
            return text;
        }

        @Override
        public String layout(int column, int behind) {
            return text;
        }
    }

    /** A string. */
    record Literal(String text) implements JavaExpression {
        @Override
        public String flat() {
            return JavaLiterals.string(text);
        }

        @Override
        public String layout(int column, int behind) {
            return flat().length() + column + behind <= WIDTH ? flat() : pieces(column, column + CONTINUATION, behind);
        }

        /** Cut where it is too long; what follows the first piece begins in the column {@code inner}. */
        String pieces(int column, int inner, int behind) {
            return String.join("\n" + " ".repeat(inner) + "+ ", cut(column, inner, behind));
        }

        private List<String> cut(int column, int inner, int behind) {
            List<String> pieces = new ArrayList<>();
            String rest = text;
            int room = WIDTH - column;
            while (JavaLiterals.string(rest).length() + behind > room) {
                int cut = cut(rest, room);
                if (cut <= 0) {
                    break;
                }
                pieces.add(JavaLiterals.string(rest.substring(0, cut)));
                rest = rest.substring(cut);
                room = WIDTH - inner - 2;
            }
            pieces.add(JavaLiterals.string(rest));
            return pieces;
        }

        /** The last space up to which the text has room, else the first one there is; not positive where there is none. */
        private static int cut(String text, int room) {
            int cut = text.indexOf(' ', 1);
            for (int next = cut; next > 0; next = text.indexOf(' ', next + 1)) {
                if (JavaLiterals.string(text.substring(0, next)).length() > room) {
                    break;
                }
                cut = next;
            }
            return cut;
        }
    }

    /** A method with its arguments. */
    record Call(String method, List<JavaExpression> arguments) {
        public Call {
            arguments = List.copyOf(arguments);
        }

        String flat() {
            return method + arguments.stream().map(JavaExpression::flat).collect(Collectors.joining(", ", "(", ")"));
        }

        boolean staysFlat(int column) {
            int begin = column + method.length() + 1;
            for (JavaExpression argument : arguments) {
                if (!argument.staysFlat(begin)) {
                    return false;
                }
                begin += argument.flat().length() + 2;
            }
            return true;
        }

        /** As a later call of a chain: a literal that is its only argument stays behind the parenthesis. */
        String layoutInChain(int column, int inner, int behind) {
            return arguments.size() == 1 && arguments.get(0) instanceof Literal literal
                    ? method + "(" + literal.pieces(column + method.length() + 1, inner, behind + 1) + ")"
                    : layout(column, inner, behind);
        }

        /** On one line, else an argument a line in the column {@code inner}. */
        String layout(int column, int inner, int behind) {
            boolean fits = column + flat().length() + behind <= WIDTH && staysFlat(column);
            if (fits || arguments.isEmpty()) {
                return flat();
            }
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                int after = i == arguments.size() - 1 ? behind + 1 : 1;
                lines.add(arguments.get(i).layout(inner, after));
            }
            String line = "\n" + " ".repeat(inner);
            return method + "(" + line + String.join("," + line, lines) + ")";
        }
    }

    /** A call, and calls on what it returns. */
    record Chain(List<Call> calls) implements JavaExpression {
        public Chain {
            calls = List.copyOf(calls);
        }

        @Override
        public String flat() {
            return calls.stream().map(Call::flat).collect(Collectors.joining("."));
        }

        @Override
        public String layout(int column, int behind) {
            if (column + flat().length() + behind <= WIDTH && staysFlat(column)) {
                return flat();
            }
            int inner = column + CONTINUATION;
            if (calls.size() == 1) {
                return calls.get(0).layout(column, inner, behind);
            }
            StringBuilder text = new StringBuilder(calls.get(0).layout(column, inner + CONTINUATION, 0));
            for (int i = 1; i < calls.size(); i++) {
                int after = i == calls.size() - 1 ? behind : 0;
                text.append('\n').append(" ".repeat(inner)).append('.');
                text.append(calls.get(i).layoutInChain(inner + 1, inner + CONTINUATION, after));
            }
            return text.toString();
        }

        @Override
        public boolean staysFlat(int column) {
            int begin = column;
            for (Call call : calls) {
                boolean late = begin > column && begin - 1 > CHAIN_WIDTH;
                if (late || !call.staysFlat(begin)) {
                    return false;
                }
                begin += call.flat().length() + 1;
            }
            return true;
        }

        Chain then(String method, JavaExpression... arguments) {
            List<Call> longer = new ArrayList<>(calls);
            longer.add(new Call(method, Arrays.asList(arguments)));
            return new Chain(longer);
        }
    }

    static Chain call(String method, List<JavaExpression> arguments) {
        return new Chain(List.of(new Call(method, arguments)));
    }

    static Chain call(String method, JavaExpression... arguments) {
        return call(method, Arrays.asList(arguments));
    }

    static JavaExpression string(String text) {
        return new Literal(text);
    }

    static List<JavaExpression> strings(List<String> texts) {
        return texts.stream().map(JavaExpression::string).toList();
    }

    /** A number that fits the type long; beyond the type int it has a suffix. */
    static JavaExpression number(long value) {
        return new Word(value == (int) value ? String.valueOf(value) : value + "L");
    }
}
