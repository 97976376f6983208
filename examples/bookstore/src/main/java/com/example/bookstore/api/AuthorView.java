package com.example.bookstore.api;

import com.example.bookstore.models.Author;

/** What a client sees of an author. */
public record AuthorView(long id, String name) {

    static AuthorView of(Author author) {
        return new AuthorView(author.getId(), author.getName());
    }
}
