package com.example.bookstore.api;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.validator.constraints.ISBN;

/**
 * What a client sends to add a book; all but title and author may be left out.
 *
 * @param isbn with or without hyphens
 */
public record NewBook(
        @NotBlank @Size(max = 255) String title,
        @ISBN(type = ISBN.Type.ANY) String isbn,
        @NotNull Long authorId,
        LocalDate published,
        @PositiveOrZero @Digits(integer = 8, fraction = 2) BigDecimal price) {

    /** The ISBN as it is stored and compared, or null. */
    String plainIsbn() {
        return isbn == null || isbn.isBlank() ? null : isbn.replaceAll("[^0-9X]", "");
    }
}
