package dev.aludel.jpa.mappings.common;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.UuidGenerator;

/** Keys: generated in every way, embedded, composite, shared and natural. */
public final class Keys {
    private Keys() {}

    @Entity(name = "Artwork")
    @SequenceGenerator(name = "inventory", sequenceName = "inventory_numbers", initialValue = 1000, allocationSize = 20)
    public static class Artwork {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inventory")
        Long id;

        @NaturalId
        @Column(length = 20)
        String inventoryNumber;
    }

    @Entity(name = "Sketch")
    public static class Sketch {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inventory")
        Long id;
    }

    @Entity(name = "Frame")
    public static class Frame {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity(name = "Crate")
    public static class Crate {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "crates")
        @TableGenerator(
                name = "crates",
                table = "key_counters",
                pkColumnName = "counter",
                valueColumnName = "next_key",
                pkColumnValue = "crate",
                allocationSize = 5)
        Long id;
    }

    @Entity(name = "Pallet")
    public static class Pallet {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    @Entity(name = "Ticket")
    public static class Ticket {
        @Id
        @GeneratedValue
        long id;
    }

    @Entity(name = "Voucher")
    public static class Voucher {
        @Id
        @GeneratedValue
        UUID id;
    }

    @Entity(name = "Coupon")
    public static class Coupon {
        @Id
        @UuidGenerator(style = UuidGenerator.Style.TIME)
        @Column(length = 36)
        String id;
    }

    @Entity(name = "Pass")
    public static class Pass {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "passes")
        @SequenceGenerator(name = "passes", sequenceName = "pass_numbers", allocationSize = 1)
        short id;
    }

    @Embeddable
    public static class ShelfId implements Serializable {
        private static final long serialVersionUID = 1;

        @Column(name = "room", length = 3)
        String room;

        @Column(name = "number")
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof ShelfId that && Objects.equals(room, that.room) && number == that.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, number);
        }
    }

    @Embeddable
    public static class Dimensions {
        @Column(precision = 8, scale = 2)
        java.math.BigDecimal width;

        @Column(precision = 8, scale = 2, nullable = false)
        java.math.BigDecimal height;
    }

    @Entity(name = "Shelf")
    public static class Shelf {
        @EmbeddedId
        ShelfId id;

        @Embedded
        Dimensions outside;

        @Embedded
        @AttributeOverride(name = "width", column = @Column(name = "inner_width"))
        @AttributeOverride(name = "height", column = @Column(name = "inner_height"))
        Dimensions inside;
    }

    /** Key of a slot: its shelf's key, and a place. */
    public static class SlotId implements Serializable {
        private static final long serialVersionUID = 1;
        ShelfId shelf;
        int place;

        @Override
        public boolean equals(Object other) {
            return other instanceof SlotId that && Objects.equals(shelf, that.shelf) && place == that.place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(shelf, place);
        }
    }

    @Entity(name = "Slot")
    @IdClass(SlotId.class)
    public static class Slot {
        @Id
        @ManyToOne
        @JoinColumn(name = "shelf_room", referencedColumnName = "room")
        @JoinColumn(name = "shelf_number", referencedColumnName = "number")
        Shelf shelf;

        @Id
        int place;

        @NaturalId(mutable = true)
        @ManyToOne
        Artwork artwork;

        @NaturalId(mutable = true)
        @Column(length = 10)
        String side;
    }

    @Entity(name = "Valuation")
    public static class Valuation {
        @Id
        Long id;

        @MapsId
        @OneToOne
        Artwork artwork;
    }

    @Entity(name = "Certificate")
    public static class Certificate {
        @Id
        Long id;

        @OneToOne
        @PrimaryKeyJoinColumn
        Artwork artwork;

        @OneToOne(optional = false)
        @JoinColumn(name = "frame")
        Frame frame;
    }
}
