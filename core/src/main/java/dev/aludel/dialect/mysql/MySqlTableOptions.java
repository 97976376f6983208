package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Change;
import dev.aludel.schema.Column;
import dev.aludel.schema.Table;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the options of tables: {@code ENGINE=MyISAM COLLATE=latin1_bin}, and how they are cut into partitions. */
final class MySqlTableOptions {
    static final String COLLATE = "COLLATE";
    static final String PARTITION_BY = "PARTITION BY";
    static final String VERSIONING = "SYSTEM VERSIONING";

    private final Product product;
    private final MySqlColumns columns;

    MySqlTableOptions(Product product, MySqlColumns columns) {
        this.product = product;
        this.columns = columns;
    }

    /** What follows the parentheses of CREATE TABLE, each with a space in front, the partitions last. */
    static String clauses(Map<String, String> options, Optional<String> comment) {
        String plain = options.entrySet().stream()
                .filter(option -> isPlain(option.getKey()))
                .map(option -> " " + option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining());
        return plain
                + comment.map(text -> " COMMENT=" + MySqlIdentifiers.literal(text))
                        .orElse("")
                + (options.containsKey(VERSIONING) ? " WITH " + VERSIONING : "")
                + (options.containsKey(PARTITION_BY) ? "\n" + PARTITION_BY + " " + options.get(PARTITION_BY) : "");
    }

    private static boolean isPlain(String option) {
        return !option.equals(PARTITION_BY) && !option.equals(VERSIONING);
    }

    List<SqlStatement> alter(AlterTable operation, Optional<Table> before) {
        String head = "ALTER TABLE " + MySqlRenderer.CLAUSES.table(operation.table()) + " ";
        List<SqlStatement> statements = new ArrayList<>();
        String plain = operation.changes().entrySet().stream()
                .filter(change -> isPlain(change.getKey()) && !isConversion(change.getKey(), change.getValue()))
                .map(change -> clause(change.getKey(), change.getValue(), before))
                .collect(Collectors.joining(", "));
        if (!plain.isEmpty()) {
            statements.add(MySqlRenderer.ddl(head + plain));
        }
        statements.addAll(converting(operation, before));
        change(operation, VERSIONING)
                .ifPresent(change -> statements.add(
                        MySqlRenderer.ddl(head + (change.to().isPresent() ? "ADD " : "DROP ") + VERSIONING)));
        change(operation, PARTITION_BY)
                .ifPresent(change -> statements.add(MySqlRenderer.ddl(
                        head + change.to().map(sql -> PARTITION_BY + " " + sql).orElse("REMOVE PARTITIONING"))));
        return statements;
    }

    private static Optional<Change<String>> change(AlterTable operation, String option) {
        return Optional.ofNullable(operation.changes().get(option));
    }

    private String clause(String option, Change<String> change, Optional<Table> before) {
        if (option.equals(COLLATE)) {
            String collation = change.to().map(name -> "COLLATE=" + name).orElse("CHARACTER SET=DEFAULT");
            return collation + before.map(this::inheriting).orElse("");
        }
        return option + "=" + change.to().orElseGet(() -> usual(option));
    }

    /** The way back to the database's own collation, of which MySQL has no word for the table alone. */
    private boolean isConversion(String option, Change<String> change) {
        return product == Product.MYSQL && option.equals(COLLATE) && change.to().isEmpty();
    }

    /** The conversion takes all texts along, and may make them larger: those that shall not are put right again. */
    private List<SqlStatement> converting(AlterTable operation, Optional<Table> before) {
        String head = "ALTER TABLE " + MySqlRenderer.CLAUSES.table(operation.table()) + " ";
        return change(operation, COLLATE).filter(change -> isConversion(COLLATE, change)).stream()
                .flatMap(change -> Stream.concat(
                        Stream.of(head + "CONVERT TO CHARACTER SET DEFAULT"),
                        before.stream()
                                .map(MySqlTableOptions::converted)
                                .filter(texts -> !texts.isEmpty())
                                .map(texts -> head
                                        + texts.stream()
                                                .map(column -> "MODIFY COLUMN " + columns.definition(column))
                                                .collect(Collectors.joining(", ")))))
                .map(MySqlRenderer::ddl)
                .toList();
    }

    private static List<Column> converted(Table table) {
        return table.columns().stream()
                .filter(column -> MySqlTypes.isText(column.type()))
                .filter(column -> column.collation().isPresent() || !(column.type() instanceof Type.Varchar))
                .toList();
    }

    /** A table's collation is that of its new columns; those that are there keep theirs, unless they are told. */
    private String inheriting(Table table) {
        return table.columns().stream()
                .filter(column -> column.collation().isEmpty() && MySqlTypes.isText(column.type()))
                .map(column -> ", MODIFY COLUMN " + columns.definition(column))
                .collect(Collectors.joining());
    }

    private static String usual(String option) {
        return switch (option) {
            case "ENGINE" -> "InnoDB";
            case "ROW_FORMAT",
                    "PACK_KEYS",
                    "STATS_PERSISTENT",
                    "STATS_AUTO_RECALC",
                    "STATS_SAMPLE_PAGES",
                    "PAGE_COMPRESSED",
                    "TRANSACTIONAL",
                    "PAGE_CHECKSUM" -> "DEFAULT";
            case "ENCRYPTION" -> "'N'";
            case "COMPRESSION", "CONNECTION" -> "''";
            default -> "0";
        };
    }
}
