package dev.aludel.jpa.mappings.definitions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A column definition that says more than a type. */
@Entity
class Alarm {
    @Id
    long id;

    @Column(columnDefinition = "jsonb default '{}'::jsonb not null")
    String settings;
}
