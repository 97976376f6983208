package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.ansi.NotSupported;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropIndex;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes indexes: inside of a table, by themselves, and away. */
final class MySqlIndexes {
    private static final List<String> KINDS = List.of("FULLTEXT", "SPATIAL");
    private static final String ONLINE = " ALGORITHM=INPLACE LOCK=NONE";

    private final Product product;

    MySqlIndexes(Product product) {
        this.product = product;
    }

    /** {@code UNIQUE INDEX ux_author_email (email)}, inside of CREATE TABLE. */
    String clause(Index index) {
        return kind(index) + "INDEX " + rest(index, "");
    }

    SqlStatement create(CreateIndex operation, Optional<Table> before) {
        Index index = operation.index();
        String table = MySqlRenderer.CLAUSES.table(operation.table());
        String displaced =
                before.map(found -> displaced(found, with(found, index))).orElse("");
        if (!displaced.isEmpty()) {
            return MySqlRenderer.ddl("ALTER TABLE " + table + " ADD " + clause(index) + displaced);
        }
        MySqlRenderer.requireMariaDb(product, operation.build().ifNotExists(), "CREATE INDEX IF NOT EXISTS");
        return MySqlRenderer.ddl("CREATE " + kind(index) + "INDEX "
                + (operation.build().ifNotExists() ? "IF NOT EXISTS " : "") + rest(index, "ON " + table + " ")
                + (operation.build().concurrently() ? ONLINE : ""));
    }

    SqlStatement drop(DropIndex operation, Optional<Table> before) {
        String table = MySqlRenderer.CLAUSES.table(operation.table());
        String name = MySqlIdentifiers.quote(operation.index());
        String instead = before.map(found -> instead(found, without(found, operation.index())))
                .orElse("");
        MySqlRenderer.requireMariaDb(product, operation.options().ifExists(), "DROP INDEX IF EXISTS");
        String ifExists = operation.options().ifExists() ? "IF EXISTS " : "";
        return MySqlRenderer.ddl(
                instead.isEmpty()
                        ? "DROP INDEX " + ifExists + name + " ON " + table + (operation.concurrently() ? ONLINE : "")
                        : "ALTER TABLE " + table + " DROP INDEX " + ifExists + name + instead);
    }

    /** MariaDB damages an index whose new name differs in the case of letters alone, and so takes one in between. */
    static List<SqlStatement> rename(TableName table, String name, String newName) {
        if (name.equalsIgnoreCase(newName)) {
            String between = "aludel_swap_" + Integer.toHexString(newName.hashCode());
            return List.of(renameAtOnce(table, name, between), renameAtOnce(table, between, newName));
        }
        return List.of(renameAtOnce(table, name, newName));
    }

    private static SqlStatement renameAtOnce(TableName table, String name, String newName) {
        return MySqlRenderer.ddl("ALTER TABLE " + MySqlRenderer.CLAUSES.table(table) + " RENAME INDEX "
                + MySqlIdentifiers.quote(name) + " TO " + MySqlIdentifiers.quote(newName));
    }

    /** What a new key or index makes superfluous. */
    static String displaced(Table before, Table after) {
        return Numbering.ofGain(before, after) + Keys.ofGain(before, after);
    }

    /** What must take the place of a key or index that goes. */
    static String instead(Table before, Table after) {
        return Numbering.ofLoss(before, after) + Keys.ofLoss(before, after);
    }

    private static Table with(Table table, Index index) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.add(index);
        return table.withIndexes(indexes);
    }

    private static Table without(Table table, String name) {
        return table.withIndexes(table.indexes().stream()
                .filter(index -> !index.name().equals(Optional.of(name)))
                .toList());
    }

    private static String kind(Index index) {
        return (index.unique() ? "UNIQUE " : "")
                + index.method().filter(KINDS::contains).map(kind -> kind + " ").orElse("");
    }

    private String rest(Index index, String on) {
        refuse(index.where(), "partial indexes", "Index a computed column that is null for the other rows.");
        refuse(index.include().stream().findFirst(), "columns that an index only stores", "Add them as parts.");
        if (index.nullsNotDistinct()) {
            throw NotSupported.by(
                    product.label(), "takes nulls for different in every unique index", "Make the columns not null.");
        }
        return index.name().map(name -> MySqlIdentifiers.quote(name) + " ").orElse("")
                + on
                + index.parts().stream().map(MySqlIndexes::part).collect(Collectors.joining(", ", "(", ")"))
                + index.method()
                        .filter(method -> !KINDS.contains(method))
                        .map(method -> " USING " + method)
                        .orElse("")
                + index.options().entrySet().stream()
                        .map(option ->
                                " " + option.getKey() + (option.getValue().isEmpty() ? "" : " ") + option.getValue())
                        .collect(Collectors.joining());
    }

    private void refuse(Optional<String> said, String what, String remedy) {
        if (said.isPresent()) {
            throw NotSupported.by(product.label(), "has no " + what, remedy);
        }
    }

    /** A column with the length of its prefix stands as it is, any other expression in parentheses of its own. */
    private static String part(Index.Part part) {
        String direction = part.descending() ? " DESC" : "";
        if (!part.expression()) {
            return MySqlIdentifiers.quote(part.text()) + direction;
        }
        return (isPrefix(part.text()) ? part.text() : "(" + part.text() + ")") + direction;
    }

    /** {@code title(20)}. */
    static boolean isPrefix(String sql) {
        List<Token> tokens = MySqlLexer.tokens(sql);
        return tokens.size() == 4
                && tokens.get(1).isSymbol("(")
                && tokens.get(2).kind() == Token.Kind.NUMBER
                && tokens.get(3).isSymbol(")");
    }
}
