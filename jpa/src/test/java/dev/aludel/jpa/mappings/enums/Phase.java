package dev.aludel.jpa.mappings.enums;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Enums that are a type of the database. */
public final class Phase {
    private Phase() {}

    public enum Stage {
        PLANNED,
        RUNNING,
        DONE
    }

    @Entity(name = "Project")
    public static class Project {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        @Column(nullable = false)
        @ColumnDefault("'PLANNED'")
        Stage stage = Stage.RUNNING;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Stage previous = Stage.PLANNED;
    }
}
