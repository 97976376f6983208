package dev.aludel.jpa.bookstore;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "uk_book_isbn", columnNames = "isbn"))
@Check(name = "ck_book_price", constraints = "price >= 0")
public class Book {
    /** How the book is sold. */
    public enum Status {
        PLANNED,
        AVAILABLE,
        SOLD_OUT
    }

    @Id
    @GeneratedValue(generator = "book_seq")
    @SequenceGenerator(name = "book_seq", sequenceName = "book_seq", initialValue = 100, allocationSize = 20)
    Long id;

    @Column(nullable = false, length = 13)
    String isbn;

    @Column(columnDefinition = "varchar(42) default 'it''s (new), not null' not null")
    String title;

    @Column(precision = 9, scale = 2)
    BigDecimal price;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    Status status;

    LocalDate publishedOn;

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_book_author"))
    Author author;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Book sequelOf;

    @ElementCollection
    @CollectionTable(name = "book_keyword")
    @Column(name = "keyword", length = 30)
    Set<String> keywords;

    @ManyToMany
    @JoinTable(name = "book_translator")
    Set<Author> translators;
}
