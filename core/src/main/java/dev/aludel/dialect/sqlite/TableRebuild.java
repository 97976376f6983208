package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.IndexBuild;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table anew, for changes that ALTER TABLE does not know. The steps are those that SQLite's manual prescribes:
 *
 * <ol>
 *   <li>Create the table as it shall be, under another name.
 *   <li>Copy the rows. A row keeps its number ({@code rowid}), whether a column shows it or not; what is computed is
 *       computed again, and a column that was not there gets its default.
 *   <li>Where the database numbers the rows, take over the last number that it gave, which may be higher than any row's.
 *   <li>Drop the old table, and with it its indexes and triggers.
 *   <li>Give the new one its name. {@code legacy_alter_table} keeps SQLite from following the name into foreign keys,
 *       views and triggers: all of them mean the name, under which the table was gone for a moment.
 *   <li>Create the indexes and the triggers again, the latter with the text that they had.
 * </ol>
 *
 * <p>All of that must happen in one transaction and with {@code foreign_keys} off, which {@link ForeignKeyGuard} sees to:
 * to drop a table deletes its rows, and where foreign keys are enforced that would take the rows of other tables along.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html#making_other_kinds_of_table_schema_changes">Other changes</a>
 */
final class TableRebuild {
    static final String NEW = "aludel_new_";
    private static final List<String> ROW_NUMBER = List.of("rowid", "_rowid_", "oid");

    private final Table old;
    private final Table changed;
    private final Map<String, String> sources;
    private final List<SchemaObject> objects;
    private final TableName temporary;

    /**
     * @param sources SQL over the old table for each column that has its values from there
     * @param objects all of the schema, of which the table's triggers are taken
     */
    TableRebuild(Table old, Table changed, Map<String, String> sources, List<SchemaObject> objects) {
        this.old = old;
        this.changed = TableDefinition.withoutMadeNames(changed);
        this.sources = sources;
        this.objects = objects;
        this.temporary = old.name().withName(NEW + old.name().name());
    }

    List<SqlStatement> statements() {
        List<String> sql = new ArrayList<>();
        String name = SqliteIdentifiers.table(temporary);
        sql.add("PRAGMA legacy_alter_table = ON");
        sql.add("CREATE TABLE " + TableDefinition.of(name, unqualified(changed)));
        copy().ifPresent(sql::add);
        if (isNumbered(old) && isNumbered(changed)) {
            String sequence = SqliteIdentifiers.table(old.name().withName("sqlite_sequence"));
            sql.add("DELETE FROM " + sequence + " WHERE name = " + literal(temporary));
            sql.add("INSERT INTO " + sequence + " (name, seq) SELECT " + literal(temporary) + ", seq FROM " + sequence
                    + " WHERE name = " + literal(old.name()));
        }
        sql.add("DROP TABLE " + SqliteIdentifiers.table(old.name()));
        sql.add("ALTER TABLE " + name + " RENAME TO "
                + SqliteIdentifiers.quote(old.name().name()));
        sql.add("PRAGMA legacy_alter_table = OFF");
        return Stream.of(sql.stream().map(SqlStatement::of), indexes(), triggers())
                .flatMap(each -> each)
                .toList();
    }

    private static String literal(TableName name) {
        return SqliteIdentifiers.literal(name.name());
    }

    private static boolean isNumbered(Table table) {
        return TableDefinition.numberedKey(table).isPresent();
    }

    private Optional<String> copy() {
        List<String> targets = new ArrayList<>();
        List<String> copied = new ArrayList<>();
        findRowNumber().ifPresent(number -> {
            targets.add(number);
            copied.add(number);
        });
        for (Column column : changed.columns()) {
            @Nullable String source = sources.get(column.name());
            if (source != null && column.generated().isEmpty()) {
                targets.add(SqliteIdentifiers.quote(column.name()));
                copied.add(source);
            }
        }
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of("INSERT INTO " + SqliteIdentifiers.table(temporary) + " ("
                        + String.join(", ", targets) + ") SELECT " + String.join(", ", copied) + " FROM "
                        + SqliteIdentifiers.table(old.name()));
    }

    /** How to speak of the number of a row; empty where the copy of a column keeps it, or where there is none to keep. */
    private Optional<String> findRowNumber() {
        boolean none =
                Stream.of(old, changed).anyMatch(table -> table.options().containsKey(TableOptions.WITHOUT_ROWID));
        return none || TableDefinition.rowNumber(changed).isPresent()
                ? Optional.empty()
                : ROW_NUMBER.stream()
                        .filter(word -> Stream.of(old, changed)
                                .flatMap(table -> table.columns().stream())
                                .noneMatch(column -> column.name().equalsIgnoreCase(word)))
                        .findFirst();
    }

    private Stream<SqlStatement> indexes() {
        return changed.indexes().stream().map(index -> SqliteIndexes.create(old.name(), index, IndexBuild.plain()));
    }

    private Stream<SqlStatement> triggers() {
        return objects.stream()
                .filter(object -> object.name().kind() == ObjectName.Kind.TRIGGER
                        && object.name()
                                .table()
                                .filter(table -> table.toString()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(old.name().toString().toLowerCase(Locale.ROOT)))
                                .isPresent())
                .map(object -> SqlStatement.of(((SchemaObject.Statement) object.definition()).sql()));
    }

    /** Conditions may name the table before a column, which for a moment has another name. */
    private Table unqualified(Table table) {
        String name = old.name().name();
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.Check check
                        ? check.withExpression(SqliteExpressions.unqualified(check.expression(), name))
                        : constraint)
                .toList());
    }
}
