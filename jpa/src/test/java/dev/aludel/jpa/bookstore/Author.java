package dev.aludel.jpa.bookstore;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

@Entity
@Table(indexes = @Index(name = "ix_author_name", columnList = "lastName, firstName desc"))
@Comment("who wrote it")
public class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, length = 100)
    String firstName;

    @Column(nullable = false, length = 100)
    @Comment("family name")
    String lastName;

    @Column(unique = true)
    String email;

    @ColumnDefault("now()")
    @Column(nullable = false)
    Instant createdAt;

    @OneToMany(mappedBy = "author")
    List<Book> books;
}
