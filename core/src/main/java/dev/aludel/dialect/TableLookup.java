package dev.aludel.dialect;

import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.Optional;

/** Tells what a table looks like before an operation, for dialects that must repeat a definition to change a part of it. */
@FunctionalInterface
public interface TableLookup {

    Optional<Table> find(TableName name);

    /** Knows no table. */
    static TableLookup none() {
        return name -> Optional.empty();
    }
}
