package dev.aludel.jpa.mappings.common;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.descriptor.java.LongJavaType;

/** Associations and collections in both directions, and in one. */
public final class Relations {
    private Relations() {}

    @Entity(name = "Gallery")
    public static class Gallery {
        @Id
        long id;

        @Column(unique = true, nullable = false, length = 8)
        String code;

        @OneToMany(mappedBy = "gallery")
        List<Wall> walls;

        @OneToMany
        List<Bench> benches;

        @OneToMany
        @JoinColumn(name = "gallery_id", nullable = false)
        Set<Lamp> lamps;

        @OneToMany
        @JoinTable(
                name = "gallery_door",
                joinColumns = @JoinColumn(name = "gallery"),
                inverseJoinColumns = @JoinColumn(name = "door"))
        @OrderColumn(name = "place")
        List<Door> doors;

        @OneToOne(mappedBy = "gallery")
        Plan plan;
    }

    @Entity(name = "Wall")
    public static class Wall {
        @Id
        long id;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        Gallery gallery;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.SET_NULL)
        Wall opposite;

        @ManyToOne
        @JoinColumn(name = "gallery_code", referencedColumnName = "code")
        Gallery formerGallery;
    }

    @Entity(name = "Bench")
    public static class Bench {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(name = "fk_bench_donor"))
        Donor donor;
    }

    @Entity(name = "Lamp")
    public static class Lamp {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Donor donor;

        @ManyToOne
        @NotFound(action = NotFoundAction.IGNORE)
        Donor formerDonor;
    }

    @Entity(name = "Door")
    public static class Door {
        @Id
        long id;

        @ManyToOne
        @JoinTable(name = "door_donor")
        Donor donor;

        @OneToOne
        @JoinTable(name = "door_bench")
        Bench bench;

        @ManyToOne
        @JoinColumn(name = "shelf_room", referencedColumnName = "room")
        @JoinColumn(name = "shelf_number", referencedColumnName = "number")
        Keys.Shelf shelf;

        @Any
        @AnyKeyJavaClass(Long.class)
        @AnyDiscriminatorValue(discriminator = "W", entity = Wall.class)
        @AnyDiscriminatorValue(discriminator = "L", entity = Lamp.class)
        @Column(name = "beside_type", length = 2)
        @JoinColumn(name = "beside_id")
        Object beside;
    }

    @Entity(name = "Plan")
    public static class Plan {
        @Id
        long id;

        @OneToOne
        Gallery gallery;
    }

    @Entity(name = "Donor")
    public static class Donor {
        @Id
        long id;

        @ManyToMany
        Set<Gallery> galleries;

        @ManyToMany
        @JoinTable(
                name = "donor_tour",
                joinColumns = @JoinColumn(name = "donor", foreignKey = @ForeignKey(name = "fk_donor_tour")),
                inverseJoinColumns = @JoinColumn(name = "tour"),
                uniqueConstraints =
                        @jakarta.persistence.UniqueConstraint(
                                name = "uk_donor_tour",
                                columnNames = {"tour", "donor"}))
        Set<Tour> tours;
    }

    @Embeddable
    public static class Stop {
        @Column(nullable = false)
        String title;

        int minutes;

        @ManyToOne
        Gallery gallery;
    }

    @Entity(name = "Tour")
    public static class Tour {
        @Id
        long id;

        @ManyToMany(mappedBy = "tours")
        Set<Donor> donors;

        @ElementCollection
        List<String> hints;

        @ElementCollection
        @CollectionTable(name = "tour_song")
        @CollectionId(column = @Column(name = "song_id"), generator = "sequence")
        @CollectionIdJavaType(LongJavaType.class)
        Collection<String> songs;

        @ManyToAny
        @AnyKeyJavaClass(Long.class)
        @AnyDiscriminatorValue(discriminator = "W", entity = Wall.class)
        @AnyDiscriminatorValue(discriminator = "L", entity = Lamp.class)
        @Column(name = "thing_type", length = 2)
        @JoinTable(
                name = "tour_thing",
                joinColumns = @JoinColumn(name = "tour"),
                inverseJoinColumns = @JoinColumn(name = "thing"))
        Set<Object> things;

        @ElementCollection
        Set<String> languages;

        @ElementCollection
        @SortNatural
        SortedSet<LocalDate> days;

        @ElementCollection
        @CollectionTable(name = "tour_stop", joinColumns = @JoinColumn(name = "tour"))
        @OrderColumn(name = "position")
        @AttributeOverride(name = "minutes", column = @Column(name = "duration"))
        List<Stop> stops;

        @ElementCollection
        @OrderBy
        Collection<Integer> prices;

        @ElementCollection
        @MapKeyColumn(name = "language", length = 5)
        @Column(name = "title", nullable = false)
        Map<String, String> titles;

        @ElementCollection
        @MapKeyEnumerated(EnumType.STRING)
        @Enumerated(EnumType.STRING)
        Map<Condition, Condition> conditions;

        @ElementCollection
        @MapKeyJoinColumn(name = "guide")
        Map<Donor, Integer> guests;

        @ElementCollection
        Map<Stop, String> remarks;

        @OneToMany
        @MapKey(name = "id")
        Map<Long, Bench> rests;

        @ManyToMany
        @JoinTable(name = "tour_wall")
        @MapKeyColumn(name = "wall_name")
        Map<String, Wall> walls;

        @ManyToMany
        @JoinTable(name = "tour_lamp")
        @MapKeyJoinColumn(name = "door_id")
        Map<Door, Lamp> lamps;
    }
}
