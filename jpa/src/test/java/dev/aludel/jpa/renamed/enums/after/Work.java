package dev.aludel.jpa.renamed.enums.after;

import dev.aludel.migration.RenamedFrom;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Calls one of the values something else. */
@Entity(name = "work")
public class Work {
    public enum Stage {
        @RenamedFrom("BEGUN")
        STARTED,
        DONE
    }

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Stage stage;
}
