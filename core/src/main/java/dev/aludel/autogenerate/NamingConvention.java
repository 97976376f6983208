package dev.aludel.autogenerate;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Names what a model leaves unnamed, so that a migration never leaves a name to the database: {@code pk_author},
 * {@code uk_author_email}, {@code fk_book_author_id_author}, {@code ck_book_1}, {@code ix_author_name}. Names have at most
 * 63 bytes (PostgreSQL's limit, the shortest of the supported databases that matters); longer ones end in a checksum.
 */
final class NamingConvention {
    private static final int MAX_BYTES = 63;

    private NamingConvention() {}

    /** The target with a name for everything: where the live schema says the same, the live name. */
    static Schema nameAll(Schema target, Schema live) {
        return target.withTables(target.tables().stream()
                .map(table -> name(table, live.findTable(table.name())))
                .toList());
    }

    /** True when the name is the one that this convention gives: nobody chose it. */
    static boolean isImplied(Constraint constraint, TableName table) {
        return constraint.name().filter(implied(constraint, table)::equals).isPresent();
    }

    static boolean isImplied(Index index, TableName table) {
        return index.name().filter(implied(index, table)::equals).isPresent();
    }

    private static Table name(Table table, Optional<Table> live) {
        Set<String> taken = new HashSet<>();
        table.constraints().forEach(constraint -> constraint.name().ifPresent(taken::add));
        table.indexes().forEach(index -> index.name().ifPresent(taken::add));
        List<Constraint> rest = new ArrayList<>(live.map(Table::constraints).orElse(List.of()));
        rest.forEach(constraint -> constraint.name().ifPresent(taken::add));
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            Optional<Constraint> same = Structure.findSame(constraint, rest);
            same.ifPresent(rest::remove);
            constraints.add(
                    constraint.name().isPresent()
                            ? constraint
                            : constraint.withName(same.flatMap(Constraint::name)
                                    .orElseGet(() -> free(implied(constraint, table.name()), taken))));
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            Optional<Index> same =
                    Structure.findSame(index, live.map(Table::indexes).orElse(List.of()));
            indexes.add(
                    index.name().isPresent()
                            ? index
                            : index.withName(same.flatMap(Index::name)
                                    .orElseGet(() -> free(implied(index, table.name()), taken))));
        }
        return table.withConstraints(constraints).withIndexes(indexes);
    }

    private static String implied(Constraint constraint, TableName table) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return shorten("pk_" + table.name());
        }
        if (constraint instanceof Constraint.Unique) {
            return shorten("uk_" + table.name() + "_" + String.join("_", constraint.columns()));
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return shorten("fk_" + table.name() + "_" + String.join("_", key.columns()) + "_"
                    + key.referencedTable().name());
        }
        return shorten("ck_" + table.name());
    }

    private static String implied(Index index, TableName table) {
        String columns = String.join("_", index.columns());
        return shorten((index.unique() ? "ux_" : "ix_") + table.name() + (columns.isEmpty() ? "" : "_" + columns));
    }

    private static String free(String name, Set<String> taken) {
        String candidate = name;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = shorten(name + "_" + number);
        }
        return candidate;
    }

    private static String shorten(String name) {
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
