package dev.aludel.jpa.mappings.postgresql;

import dev.aludel.jpa.mappings.schemas.Depot.Transport;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Refers from the second schema to the first; on H2 Hibernate's own DDL does not find that table. */
@Entity
@Table(schema = "depot")
class Arrival {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne
    Transport transport;
}
