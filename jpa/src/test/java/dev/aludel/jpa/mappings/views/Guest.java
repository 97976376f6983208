package dev.aludel.jpa.mappings.views;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.View;

/** Is read through a view of another package's table. */
@Entity(name = "Guest")
@Immutable
@View(query = "select id, upper(name) as title from visitor where name is not null")
public class Guest {
    @Id
    long id;

    String title;
}
