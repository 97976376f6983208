package com.example.bookstore.api;

import com.example.bookstore.models.Author;
import com.example.bookstore.models.Book;
import com.example.bookstore.storage.AuthorRepository;
import com.example.bookstore.storage.BookRepository;
import java.util.List;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Finds and adds books; what was read is kept in Redis until the next one is added. */
@Service
@Transactional(readOnly = true)
public class BookCatalogue {

    private final BookRepository books;
    private final AuthorRepository authors;

    BookCatalogue(BookRepository books, AuthorRepository authors) {
        this.books = books;
        this.authors = authors;
    }

    @Cacheable(cacheNames = Caches.BOOKS, key = "'all'")
    public List<BookView> list() {
        return books.findAllByOrderById().stream().map(BookView::of).toList();
    }

    @Cacheable(Caches.BOOK)
    public BookView require(long id) {
        return books.findById(id)
                .map(BookView::of)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no book %d.".formatted(id)));
    }

    @Transactional
    @CacheEvict(cacheNames = Caches.BOOKS, allEntries = true)
    public BookView add(NewBook book) {
        Author author = authors.findById(book.authorId())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "There is no author %d.".formatted(book.authorId())));
        String isbn = book.plainIsbn();
        if (isbn != null && books.existsByIsbn(isbn)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "There is a book with the ISBN %s already.".formatted(isbn));
        }
        return BookView.of(books.save(new Book(book.title().strip(), isbn, author, book.published(), book.price())));
    }
}
