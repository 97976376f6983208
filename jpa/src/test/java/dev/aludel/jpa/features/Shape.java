package dev.aludel.jpa.features;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;

@Entity
@Table(schema = "drawing")
@Inheritance(strategy = InheritanceType.JOINED)
public class Shape {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    /** A shape whose name has a sign that not every identifier may have. */
    @Entity
    @Table(schema = "drawing")
    public static class Square extends Shape {
        float side;
    }

    /** A shape in a table of its own. */
    @Entity
    @Table(name = "Circle", schema = "drawing")
    public static class Circle extends Shape {
        float radius;
    }
}
