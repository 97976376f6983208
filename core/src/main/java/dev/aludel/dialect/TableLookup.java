package dev.aludel.dialect;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Tells a dialect what a table looks like before an operation, where that is known: it may render better SQL for it. */
@FunctionalInterface
public interface TableLookup {

    Optional<Table> find(TableName name);

    /** The tables that are known to have foreign keys to this one, itself among them where it has. */
    default List<Table> referring(TableName name) {
        return List.of();
    }

    /** What stands beside the tables, as far as it is known: a table that is made anew takes its triggers along. */
    default List<SchemaObject> objects() {
        return List.of();
    }

    /** The version of the database as JDBC reports it; empty where none is connected. */
    default Optional<String> databaseVersion() {
        return Optional.empty();
    }

    /** Knows no table. */
    static TableLookup none() {
        return name -> Optional.empty();
    }

    /** Knows the tables of a schema. */
    static TableLookup of(Schema schema) {
        return new TableLookup() {
            @Override
            public Optional<Table> find(TableName name) {
                return schema.findTable(name);
            }

            @Override
            public List<Table> referring(TableName name) {
                return schema.tables().stream()
                        .filter(table -> table.constraints().stream()
                                .anyMatch(constraint -> constraint instanceof Constraint.ForeignKey key
                                        && key.referencedTable().equals(name)))
                        .toList();
            }

            @Override
            public List<SchemaObject> objects() {
                return schema.objects();
            }
        };
    }
}
