package com.example.bookstore.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A title by one author. What is not known of it is null. */
@Entity
@Table(
        name = "book",
        uniqueConstraints = @UniqueConstraint(name = "uq_book_isbn", columnNames = "isbn"),
        indexes = @Index(name = "ix_book_author_id", columnList = "author_id"))
public class Book {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank
    @Column(nullable = false)
    private String title;

    @Column(length = 13)
    private String isbn;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id", nullable = false, foreignKey = @ForeignKey(name = "fk_book_author"))
    private Author author;

    private LocalDate published;

    @Column(precision = 10, scale = 2)
    private BigDecimal price;

    protected Book() {}

    public Book(String title, String isbn, Author author, LocalDate published, BigDecimal price) {
        this.title = title;
        this.isbn = isbn;
        this.author = author;
        this.published = published;
        this.price = price;
    }

    /** Null until it is saved. */
    public Long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    /** Ten or thirteen characters without hyphens. */
    public String getIsbn() {
        return isbn;
    }

    public Author getAuthor() {
        return author;
    }

    public LocalDate getPublished() {
        return published;
    }

    public BigDecimal getPrice() {
        return price;
    }
}
