package dev.aludel.jpa.mappings.common;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

/** An entity that is read from a query. */
public final class Views {
    private Views() {}

    @Entity(name = "Summary")
    @Immutable
    @Subselect("select id, name from visitor")
    public static class Summary {
        @Id
        long id;

        String name;
    }
}
