package dev.aludel.schema;

/** Says that the column's value is computed from others of its row, stored on disk or computed at each read. */
public record Generated(String expression, boolean stored) {}
