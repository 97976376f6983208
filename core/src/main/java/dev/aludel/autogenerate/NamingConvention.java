package dev.aludel.autogenerate;

import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Names what a model leaves unnamed, so that a migration never leaves a name to the database: {@code pk_author},
 * {@code uk_author_email}, {@code fk_book_author_id_author}, {@code ck_book_price} or {@code ck_book_1}, {@code
 * ix_author_name}, {@code ux_author_email} for a unique index. Names have at most 63 bytes (PostgreSQL's limit); longer
 * ones end in a checksum. A name that something else in the schema has gets a number.
 */
final class NamingConvention {
    private static final int MAX_BYTES = 63;

    private final Schema target;
    private final Set<String> taken = new HashSet<>();

    private NamingConvention(Schema target) {
        this.target = target;
    }

    /**
     * The operations with a name for everything they create. Names that live parts have stay theirs, unless these
     * operations drop the part by itself, which runs before anything is created.
     */
    static List<Operation> nameAll(List<Operation> operations, Schema current, Schema target) {
        NamingConvention convention = new NamingConvention(target);
        convention.takeAll(current);
        operations.forEach(convention::release);
        convention.takeAll(target);
        return operations.stream().map(convention::named).toList();
    }

    private void takeAll(Schema schema) {
        schema.sequences()
                .forEach(sequence -> take(sequence.name(), sequence.name().name()));
        for (Table table : schema.tables()) {
            take(table.name(), table.name().name());
            table.constraints().forEach(part -> part.name().ifPresent(name -> take(table.name(), name)));
            table.indexes().forEach(part -> part.name().ifPresent(name -> take(table.name(), name)));
        }
    }

    private void release(Operation operation) {
        if (operation instanceof DropConstraint drop) {
            taken.remove(key(drop.table(), drop.constraint()));
        } else if (operation instanceof DropIndex drop) {
            taken.remove(key(drop.table(), drop.index()));
        }
    }

    private Operation named(Operation operation) {
        if (operation instanceof AddConstraint add) {
            return new AddConstraint(add.table(), named(add.constraint(), columns(add.table()), add.table()));
        }
        if (operation instanceof CreateIndex create) {
            return new CreateIndex(create.table(), named(create.index(), create.table()));
        }
        return operation instanceof CreateTable create ? new CreateTable(named(create.table())) : operation;
    }

    private Table named(Table table) {
        List<Constraint> constraints = new ArrayList<>();
        table.constraints().forEach(part -> constraints.add(named(part, table.columns(), table.name())));
        List<Index> indexes = new ArrayList<>();
        table.indexes().forEach(part -> indexes.add(named(part, table.name())));
        return table.withConstraints(constraints).withIndexes(indexes);
    }

    private Constraint named(Constraint constraint, List<Column> columns, TableName table) {
        return constraint.name().isPresent()
                ? constraint
                : constraint.withName(free(table, implied(constraint, columns, table.name())));
    }

    private Index named(Index index, TableName table) {
        return index.name().isPresent() ? index : index.withName(free(table, implied(index, table.name())));
    }

    private List<Column> columns(TableName table) {
        return target.findTable(table).map(Table::columns).orElse(List.of());
    }

    private static String implied(Constraint constraint, List<Column> columns, String table) {
        String names = String.join("_", constraint.columns());
        if (constraint instanceof Constraint.PrimaryKey) {
            return "pk_" + table;
        }
        if (constraint instanceof Constraint.Unique) {
            return "uk_" + table + "_" + names;
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return "fk_" + table + "_" + names + "_" + key.referencedTable().name();
        }
        return "ck_" + table
                + onlyColumn((Constraint.Check) constraint, columns)
                        .map(column -> "_" + column)
                        .orElse("_1");
    }

    /** The column that a check is about, where it is about one. */
    private static Optional<String> onlyColumn(Constraint.Check check, List<Column> columns) {
        List<String> mentioned = columns.stream()
                .map(Column::name)
                .filter(name -> Structure.mentions(check.expression(), name))
                .toList();
        return mentioned.size() == 1 ? Optional.of(mentioned.get(0)) : Optional.empty();
    }

    private static String implied(Index index, String table) {
        String columns = String.join("_", index.columns());
        return (index.unique() ? "ux_" : "ix_") + table + (columns.isEmpty() ? "" : "_" + columns);
    }

    private String free(TableName table, String name) {
        boolean numbered = name.endsWith("_1");
        String stem = numbered ? name.substring(0, name.length() - 2) : name;
        String candidate = shorten(name);
        for (int number = 2; !take(table, candidate); number++) {
            candidate = shorten(stem + "_" + number);
        }
        return candidate;
    }

    private boolean take(TableName table, String name) {
        return taken.add(key(table, name));
    }

    /** Some databases tell names apart by their letters' case, some do not: here none may differ in that alone. */
    private static String key(TableName table, String name) {
        return (table.schema().orElse("") + "." + name).toLowerCase(Locale.ROOT);
    }

    /** At most 63 bytes of UTF-8: the beginning and a checksum of the whole where it would be longer. */
    static String shorten(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_BYTES) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES - 9) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + "_" + String.format("%08x", checksum.getValue());
    }
}
