package dev.aludel.jpa.mappings.common;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;

/** Entities that are read from other tables. */
public final class Views {
    private Views() {}

    @Entity(name = "Guest")
    @Immutable
    @View(query = "select id, upper(name) as title from visitor where name is not null")
    public static class Guest {
        @Id
        long id;

        String title;
    }

    @Entity(name = "Summary")
    @Immutable
    @Subselect("select id, name from visitor")
    public static class Summary {
        @Id
        long id;

        String name;
    }
}
