package dev.aludel.jpa.renamed.enums.before;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Has an enum that is a type of the database. */
@Entity(name = "work")
public class Work {
    public enum Stage {
        BEGUN,
        DONE
    }

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Stage stage;
}
