package dev.aludel.jpa.renamed.before;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;

/** A model as it was. */
public final class Library {
    private Library() {}

    @MappedSuperclass
    public abstract static class Numbered {
        @Id
        @Column(name = "number")
        long id;
    }

    @Embeddable
    public static class Address {
        String street;
    }

    @Entity(name = "author")
    public static class Author extends Numbered {
        @Column(nullable = false, length = 100)
        String name;

        @Embedded
        Address home;

        @ElementCollection
        Set<String> pets;
    }

    @Entity(name = "book")
    public static class Book extends Numbered {
        String title;

        @ManyToOne
        Author author;
    }
}
