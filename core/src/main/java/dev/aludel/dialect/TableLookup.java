package dev.aludel.dialect;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.Optional;

/** Tells a dialect what a table looks like before an operation, where that is known: it may render better SQL for it. */
@FunctionalInterface
public interface TableLookup {

    Optional<Table> find(TableName name);

    /** Knows no table. */
    static TableLookup none() {
        return name -> Optional.empty();
    }

    /** Knows the tables of a schema. */
    static TableLookup of(Schema schema) {
        return schema::findTable;
    }
}
