package dev.aludel.jpa.mappings.common;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.DiscriminatorFormula;

/** Inheritance in all strategies, and secondary tables. */
public final class Inheritances {
    private Inheritances() {}

    @MappedSuperclass
    public abstract static class Versioned {
        @Version
        int version;

        @Column(updatable = false, nullable = false)
        Instant created;

        @ManyToOne
        Curator keeper;
    }

    @Entity(name = "Curator")
    @AttributeOverride(name = "created", column = @Column(name = "hired", nullable = false))
    @AssociationOverride(name = "keeper", joinColumns = @JoinColumn(name = "superior"))
    public static class Curator extends Versioned {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity(name = "Exhibit")
    @Inheritance
    public abstract static class Exhibit extends Versioned {
        @Id
        long id;

        String title;
    }

    @Entity(name = "Painting")
    public static class Painting extends Exhibit {
        @Column(nullable = false)
        String technique;
    }

    @Entity(name = "Sculpture")
    @DiscriminatorValue("bust")
    public static class Sculpture extends Exhibit {
        Integer weight;
    }

    @Entity(name = "Event")
    @Inheritance
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorValue("1")
    public static class Event {
        @Id
        long id;
    }

    @Entity(name = "Lecture")
    @DiscriminatorValue("2")
    public static class Lecture extends Event {
        String speaker;
    }

    @Entity(name = "Room")
    @DiscriminatorColumn(name = "room_type", discriminatorType = DiscriminatorType.CHAR)
    @DiscriminatorValue("R")
    public static class Room {
        @Id
        int id;
    }

    @Entity(name = "Vault")
    @DiscriminatorValue("V")
    public static class Vault extends Room {
        @Column(unique = true)
        Integer code;
    }

    @Entity(name = "Stand")
    @Inheritance
    @DiscriminatorFormula("case when power is null then 'plain' else 'lit' end")
    @DiscriminatorValue("plain")
    public static class Stand {
        @Id
        int id;

        Integer power;
    }

    @Entity(name = "Showcase")
    @DiscriminatorValue("lit")
    public static class Showcase extends Stand {
        Integer lamps;
    }

    @Entity(name = "Person")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Person {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;
    }

    @Entity(name = "Artist")
    public static class Artist extends Person {
        Integer born;
    }

    @Entity(name = "Guard")
    @PrimaryKeyJoinColumn(name = "person_id", foreignKey = @ForeignKey(name = "fk_guard_person"))
    public static class Guard extends Person {
        String badge;
    }

    @Entity(name = "Payment")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "payment_kind", length = 10)
    public static class Payment {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity(name = "CardPayment")
    @DiscriminatorValue("card")
    public static class CardPayment extends Payment {
        @Column(length = 4)
        String lastDigits;
    }

    @Entity(name = "Notice")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Notice {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Column(unique = true)
        String subject;

        @ManyToOne
        Person author;
    }

    @Entity(name = "Complaint")
    public static class Complaint extends Notice {
        String answer;
    }

    @Entity(name = "Device")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Device {
        @Id
        long id;
    }

    @Entity(name = "Sensor")
    public static class Sensor extends Device {
        double threshold;
    }

    @Entity(name = "Visitor")
    @Table(name = "visitor")
    @SecondaryTable(name = "visitor_address", pkJoinColumns = @PrimaryKeyJoinColumn(name = "visitor_id"))
    @SecondaryTable(
            name = "visitor_note",
            foreignKey = @ForeignKey(name = "fk_note_visitor"),
            uniqueConstraints = @jakarta.persistence.UniqueConstraint(columnNames = "reference"))
    public static class Visitor {
        @Id
        long id;

        String name;

        @Column(table = "visitor_address")
        String street;

        @Column(table = "visitor_address", nullable = false)
        String city;

        @Column(table = "visitor_note", length = 2000)
        String remark;

        @Column(table = "visitor_note")
        String reference;
    }
}
