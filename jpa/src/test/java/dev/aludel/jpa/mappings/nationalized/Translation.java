package dev.aludel.jpa.mappings.nationalized;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.annotations.Nationalized;

/** A long text in the national character set. */
@Entity
class Translation {
    @Id
    long id;

    @Nationalized
    @Lob
    String text;
}
