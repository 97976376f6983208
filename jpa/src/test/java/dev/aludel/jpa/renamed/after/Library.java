package dev.aludel.jpa.renamed.after;

import dev.aludel.migration.RenamedFrom;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;

/** The same model with other names for nearly everything. */
public final class Library {
    private Library() {}

    @MappedSuperclass
    public abstract static class Numbered {
        @Id
        @RenamedFrom("number")
        long id;
    }

    @Embeddable
    public static class Address {
        @RenamedFrom({"road", "street"})
        String line;
    }

    @Entity(name = "writer")
    @RenamedFrom("author")
    public static class Writer extends Numbered {
        @Column(name = "full_name", nullable = false, length = 120)
        @RenamedFrom("name")
        String fullName;

        @Embedded
        Address home;

        @ElementCollection
        @CollectionTable(name = "writer_pets", joinColumns = @JoinColumn(name = "author_number"))
        @RenamedFrom("author_pets")
        Set<String> pets;
    }

    @Entity(name = "book")
    public static class Book extends Numbered {
        String title;

        @ManyToOne
        @JoinColumn(name = "writer_id")
        @RenamedFrom("author_number")
        Writer writer;
    }
}
