package com.example.bookstore.storage;

import com.example.bookstore.models.Book;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** Loads and saves books; whatever it finds comes with its author, in one query. */
public interface BookRepository extends JpaRepository<Book, Long> {

    @EntityGraph(attributePaths = "author")
    List<Book> findAllByOrderById();

    @Override
    @EntityGraph(attributePaths = "author")
    Optional<Book> findById(Long id);

    boolean existsByIsbn(String isbn);
}
