package dev.aludel.jpa.broken.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;

@Entity
public class Invoice {
    @Id
    Long id;

    @OneToMany(mappedBy = "nothing")
    List<Invoice> lines;
}
