package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.dialect.ansi.NotSupported;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.ColumnChange;
import dev.aludel.schema.Column;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Table;
import dev.aludel.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes columns, whole: a change says again all that the column is, or the server forgets it. */
final class MySqlColumns {
    /** The value of this option is an SQL condition on the column alone. */
    static final String CHECK = "CHECK";

    static final String ON_UPDATE = "ON UPDATE";

    private static final List<String> BEFORE_COMMENT = List.of(ON_UPDATE, "SRID", "INVISIBLE");

    private final Product product;

    MySqlColumns(Product product) {
        this.product = product;
    }

    /** {@code name varchar(20) NOT NULL DEFAULT 'new' COMMENT 'what it is'}. */
    String definition(Column column) {
        return quote(column.name()) + " " + MySqlTypes.render(column.type(), product)
                + column.collation()
                        .filter(name -> MySqlTypes.isText(column.type()))
                        .map(name -> " COLLATE " + MySqlIdentifiers.quote(name))
                        .orElse("")
                + column.generated()
                        .map(value -> " GENERATED ALWAYS AS (" + value.expression() + ") "
                                + (value.stored() ? "STORED" : "VIRTUAL"))
                        .orElse("")
                + nullability(column)
                + column.defaultValue()
                        .map(value -> " DEFAULT " + defaultValue(value, column.type()))
                        .orElse("")
                + options(column.options(), true)
                + column.identity().map(value -> " AUTO_INCREMENT").orElse("")
                + column.comment()
                        .map(text -> " COMMENT " + MySqlIdentifiers.literal(text))
                        .orElse("")
                + options(column.options(), false);
    }

    /** MariaDB takes no {@code NOT NULL} for a computed column; an old server makes a timestamp not null unasked. */
    private String nullability(Column column) {
        if (column.nullable()) {
            return column.type() instanceof Type.Timestamp timestamp && timestamp.withTimeZone() ? " NULL" : "";
        }
        return column.generated().isPresent() && product == Product.MARIADB ? "" : " NOT NULL";
    }

    private String options(Map<String, String> options, boolean beforeComment) {
        StringBuilder text = new StringBuilder();
        options.forEach((name, value) -> {
            if (BEFORE_COMMENT.contains(name) == beforeComment && !value.equals(Column.LEFT_OUT)) {
                String shown = name.equals(CHECK) ? "(" + value + ")" : value;
                text.append(' ').append(name).append(shown.isEmpty() ? "" : " " + shown);
            }
        });
        return text.toString();
    }

    /** Other expressions than a literal and the time stand in parentheses. */
    private static String defaultValue(DefaultValue value, Type type) {
        String sql = value.sql();
        List<Token> tokens = MySqlLexer.tokens(sql);
        boolean literal = (tokens.size() == 1 && isLiteral(tokens.get(0)))
                || (tokens.size() == 2 && tokens.get(0).isSymbol("-"));
        if (sql.matches("(?i)(current_timestamp|now|localtimestamp)(\\(\\s*\\d*\\s*\\))?")) {
            return precise(sql, type);
        }
        boolean bare = MySqlExpressions.isEnclosed(tokens)
                || (literal && (!MySqlTypes.needsExpressionDefault(type) || sql.equalsIgnoreCase("null")));
        return bare ? sql : "(" + sql + ")";
    }

    private static boolean isLiteral(Token token) {
        return token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.NUMBER
                || token.isWord("null")
                || token.isWord("true")
                || token.isWord("false");
    }

    /** The server wants the time as precise as the column. */
    private static String precise(String sql, Type type) {
        int digits =
                type instanceof Type.Timestamp timestamp ? timestamp.precision().orElse(0) : 0;
        return sql.indexOf('(') < 0 && digits > 0 ? sql + "(" + digits + ")" : sql;
    }

    List<SqlStatement> alter(AlterColumn operation, TableLookup before) {
        Optional<Table> table = before.find(operation.table());
        Optional<Column> known = table.flatMap(found -> found.findColumn(operation.column()));
        String head = "ALTER TABLE " + MySqlRenderer.CLAUSES.table(operation.table()) + " ";
        if (known.isEmpty()) {
            return List.of(MySqlRenderer.ddl(head + withoutKnowledge(operation)));
        }
        Column after = known.get();
        for (ColumnChange change : operation.changes()) {
            after = change.applyTo(after);
        }
        String alter = head + "MODIFY COLUMN " + definition(after)
                + Numbering.ofChange(table.orElseThrow(), known.get(), after, this);
        boolean retyped = !known.get().type().equals(after.type())
                || !known.get().collation().equals(after.collation());
        return retyped
                ? new Retyping(before, operation.table(), known.get(), after).around(MySqlRenderer.ddl(alter))
                : List.of(MySqlRenderer.ddl(alter));
    }

    /** A default alone can be changed without saying the rest. */
    private String withoutKnowledge(AlterColumn operation) {
        boolean onlyDefault =
                operation.changes().size() == 1 && operation.changes().get(0) instanceof ColumnChange.DefaultChange;
        if (!onlyDefault) {
            throw NotSupported.by(
                    product.label(),
                    "must be told the whole column " + operation.table() + "." + operation.column()
                            + " to change it, and what it is now is not known here",
                    "Run this connected to the database, or write it with op.execute: ALTER TABLE … MODIFY COLUMN …");
        }
        ColumnChange.DefaultChange value =
                (ColumnChange.DefaultChange) operation.changes().get(0);
        return "ALTER COLUMN " + quote(operation.column())
                + value.change()
                        .to()
                        .map(sql -> " SET DEFAULT " + defaultValue(sql, new Type.Native("")))
                        .orElse(" DROP DEFAULT");
    }

    private static String quote(String identifier) {
        return MySqlIdentifiers.quote(identifier);
    }
}
