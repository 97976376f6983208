package dev.aludel.jpa.features;

import jakarta.persistence.Entity;

@Entity
public class Premium extends Account {
    Integer rank;
}
