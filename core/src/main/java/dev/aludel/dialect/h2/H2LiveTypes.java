package dev.aludel.dialect.h2;

import dev.aludel.schema.TableName;

/** Asks, within a statement, for what only the database knows when the statement runs. */
final class H2LiveTypes {
    private H2LiveTypes() {}

    /** An expression for the type of a numeric column, as SQL. */
    static String ofColumn(TableName table, String column) {
        return "(SELECT DATA_TYPE || CASE WHEN DECLARED_NUMERIC_PRECISION IS NULL THEN ''"
                + " ELSE '(' || DECLARED_NUMERIC_PRECISION || ', ' || NUMERIC_SCALE || ')' END"
                + " FROM INFORMATION_SCHEMA.COLUMNS WHERE " + isIn(table) + " AND " + matches("COLUMN_NAME", column)
                + ")";
    }

    /** A condition that a row of the catalogue speaks of this table. */
    static String isIn(TableName table) {
        return table.schema().map(name -> matches("TABLE_SCHEMA", name)).orElse("TABLE_SCHEMA = CURRENT_SCHEMA")
                + " AND " + matches("TABLE_NAME", table.name());
    }

    /** A condition that a name of the catalogue is this one; one without quotes is there in whichever case the URL wants. */
    private static String matches(String column, String name) {
        if (H2Identifiers.isBare(name)) {
            return "lower(" + column + ") = " + H2Identifiers.literal(name);
        }
        String exact = H2Identifiers.isQuoted(name) ? H2Identifiers.unquoted(name) : name;
        return column + " = " + H2Identifiers.literal(exact);
    }
}
