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

/** {@code /authors}. */
@RestController
@RequestMapping("/authors")
class AuthorController {

    private final AuthorCatalogue authors;

    AuthorController(AuthorCatalogue authors) {
        this.authors = authors;
    }

    @GetMapping
    List<AuthorView> list() {
        return authors.list();
    }

    @GetMapping("/{id}")
    AuthorView get(@PathVariable long id) {
        return authors.require(id);
    }

    @PostMapping
    ResponseEntity<AuthorView> create(@Valid @RequestBody NewAuthor author) {
        AuthorView added = authors.add(author);
        return ResponseEntity.created(URI.create("/authors/" + added.id())).body(added);
    }
}
