package com.example.bookstore.api;

import com.example.bookstore.models.Author;
import com.example.bookstore.storage.AuthorRepository;
import java.util.List;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Finds and adds authors; what was read is kept in Redis until the next one is added. */
@Service
@Transactional(readOnly = true)
public class AuthorCatalogue {

    private final AuthorRepository authors;

    AuthorCatalogue(AuthorRepository authors) {
        this.authors = authors;
    }

    @Cacheable(cacheNames = Caches.AUTHORS, key = "'all'")
    public List<AuthorView> list() {
        return authors.findAllByOrderById().stream().map(AuthorView::of).toList();
    }

    @Cacheable(Caches.AUTHOR)
    public AuthorView require(long id) {
        return authors.findById(id)
                .map(AuthorView::of)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no author %d.".formatted(id)));
    }

    @Transactional
    @CacheEvict(cacheNames = Caches.AUTHORS, allEntries = true)
    public AuthorView add(NewAuthor author) {
        return AuthorView.of(authors.save(new Author(author.name().strip())));
    }
}
