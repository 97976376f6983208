package com.example.bookstore.api;

/** The names of the caches in Redis: one entry an author or book, and one for each list. */
public final class Caches {

    public static final String AUTHOR = "author";
    public static final String AUTHORS = "authors";
    public static final String BOOK = "book";
    public static final String BOOKS = "books";

    private Caches() {}
}
