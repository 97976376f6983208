package dev.aludel.jpa.mappings.schemas;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Set;

/** Tables and a sequence in a second schema, which the first refers to. */
public final class Depot {
    private Depot() {}

    @Entity(name = "Hall")
    @Table(schema = "depot", indexes = @Index(columnList = "name"))
    public static class Hall {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "halls")
        @SequenceGenerator(name = "halls", sequenceName = "hall_numbers", schema = "depot", allocationSize = 10)
        Long id;

        String name;

        @ElementCollection
        @CollectionTable(schema = "depot", name = "hall_key")
        Set<String> keys;
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
