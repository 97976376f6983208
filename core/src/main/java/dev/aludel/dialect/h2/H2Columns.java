package dev.aludel.dialect.h2;

import dev.aludel.error.AludelException;
import dev.aludel.schema.Column;

/** Writes columns as CREATE TABLE and ADD COLUMN have them. */
final class H2Columns {
    private H2Columns() {}

    static String definition(Column column) {
        if (column.collation().isPresent()) {
            throw noCollation(column.name(), column.collation().get());
        }
        return H2Identifiers.quote(column.name()) + " " + H2Types.render(column.type())
                + option(column, "INVISIBLE")
                + column.defaultValue().map(value -> " DEFAULT " + value.sql()).orElse("")
                + column.identity()
                        .map(value -> " " + H2Sequences.identity(value))
                        .orElse("")
                + column.generated()
                        .map(value -> " GENERATED ALWAYS AS (" + value.expression() + ")")
                        .orElse("")
                + option(column, "ON UPDATE")
                + option(column, "DEFAULT ON NULL")
                + (column.nullable() ? "" : " NOT NULL");
    }

    /** {@code ON UPDATE current_timestamp} with a space in front. */
    private static String option(Column column, String option) {
        String value = column.options().get(option);
        if (value == null) {
            return "";
        }
        return " " + option + (value.isEmpty() ? "" : " " + value);
    }

    static AludelException noCollation(String column, String collation) {
        return H2Renderer.refused(
                "has one collation for the whole database and none of columns, here " + collation + " of " + column,
                "Leave collate() out; text that is compared without regard to case can be varchar_ignorecase.");
    }
}
