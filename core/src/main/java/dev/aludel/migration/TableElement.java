package dev.aludel.migration;

/** What stands inside {@code createTable(…)}: a column, a constraint or an index. */
public sealed interface TableElement
        permits ColumnDefinition,
                KeyDefinition,
                CheckDefinition,
                ForeignKeyDefinition,
                ExclusionDefinition,
                IndexDefinition {}
