package dev.aludel.jpa.mappings.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An embeddable that is one document. */
public final class Survey {
    private Survey() {}

    @Embeddable
    public static class Finding {
        @Column(nullable = false)
        String text;

        int severity;
        LocalDate found;
    }

    @Entity(name = "Inspection")
    public static class Inspection {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Finding worst;
    }
}
