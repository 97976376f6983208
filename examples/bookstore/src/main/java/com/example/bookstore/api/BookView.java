package com.example.bookstore.api;

import com.example.bookstore.models.Book;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a client sees of a book; what is not known of it is null. */
public record BookView(long id, String title, String isbn, AuthorView author, LocalDate published, BigDecimal price) {

    static BookView of(Book book) {
        return new BookView(
                book.getId(),
                book.getTitle(),
                book.getIsbn(),
                AuthorView.of(book.getAuthor()),
                book.getPublished(),
                book.getPrice());
    }
}
