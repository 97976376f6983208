package dev.aludel.schema;

/** What the database puts into a column that an insert leaves out: an SQL expression, for example {@code 'new'} or {@code now()}. */
public record DefaultValue(String sql) {}
