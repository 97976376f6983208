package dev.aludel.jpa.renamed.several;

import dev.aludel.migration.RenamedFrom;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Says one former name of two columns. */
@Entity
public class Place {
    @Embeddable
    public static class Position {
        double latitude;
        double longitude;
    }

    @Id
    long id;

    @Embedded
    @RenamedFrom("location")
    Position position;
}
