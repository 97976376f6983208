package com.example.bookstore.api;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /books}. */
@RestController
@RequestMapping("/books")
class BookController {

    private final BookCatalogue books;

    BookController(BookCatalogue books) {
        this.books = books;
    }

    @GetMapping
    List<BookView> list() {
        return books.list();
    }

    @GetMapping("/{id}")
    BookView get(@PathVariable long id) {
        return books.require(id);
    }

    @PostMapping
    ResponseEntity<BookView> create(@Valid @RequestBody NewBook book) {
        BookView added = books.add(book);
        return ResponseEntity.created(URI.create("/books/" + added.id())).body(added);
    }
}
