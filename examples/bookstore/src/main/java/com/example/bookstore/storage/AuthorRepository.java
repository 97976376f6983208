package com.example.bookstore.storage;

import com.example.bookstore.models.Author;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Loads and saves authors. */
public interface AuthorRepository extends JpaRepository<Author, Long> {

    List<Author> findAllByOrderById();
}
