package dev.aludel.jpa.mappings.catalogs;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A table in a second database of the server, as MySQL and MariaDB have it, referring to the first and from it. */
public final class Annex {
    private Annex() {}

    @Entity(name = "Hall")
    @Table(catalog = "depot", indexes = @Index(columnList = "name"))
    public static class Hall {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;
    }

    @Entity(name = "Transport")
    public static class Transport {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne
        Hall origin;
    }
}
