package dev.aludel.jpa.shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

/** More than a dozen entities that use what a database without collations of columns has. */
public final class Shop {
    private Shop() {}

    public enum State {
        NEW,
        PAID,
        SENT
    }

    @MappedSuperclass
    public abstract static class Audited {
        @Version
        int version;

        @Column(updatable = false, nullable = false)
        Instant created;

        OffsetDateTime changed;
    }

    @Embeddable
    public static class Address {
        String street;

        @Column(length = 10)
        String zipCode;
    }

    @Entity
    @Table(
            indexes = @Index(name = "ix_customer_name", columnList = "name, born desc"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uk_customer_mail",
                            columnNames = {"mail", "tenant"}))
    @Comment("Who buys; a person")
    public static class Customer extends Audited {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Comment("As on the invoice")
        String name;

        @Column(nullable = false, length = 320)
        String mail;

        @Column(unique = true, length = 12)
        String number;

        @ColumnDefault("'none'")
        String tenant;

        LocalDate born;

        @Embedded
        Address address;

        @ElementCollection
        Set<String> tags;

        @ElementCollection
        @CollectionTable(name = "customer_phone", joinColumns = @JoinColumn(name = "owner"))
        @OrderColumn(name = "place")
        List<String> phones;
    }

    @Entity
    @Table(name = "purchase_order")
    public static class Order extends Audited {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders")
        @SequenceGenerator(name = "orders", sequenceName = "order_numbers", initialValue = 1000, allocationSize = 20)
        long id;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        Customer customer;

        @Enumerated(EnumType.STRING)
        State state;

        @Enumerated
        State before;

        @OneToMany(mappedBy = "order")
        List<Line> lines;

        @ColumnDefault("0")
        int revision;

        @ColumnDefault("false")
        boolean express;

        @ColumnDefault("current_timestamp")
        LocalDateTime placed;
    }

    @Embeddable
    public static class LineId implements Serializable {
        @Column(name = "order_id")
        long order;

        int position;
    }

    @Entity
    @Check(name = "ck_line", constraints = "quantity > 0 and (discount is null or discount <= price)")
    public static class Line {
        @EmbeddedId
        LineId id;

        @ManyToOne
        @JoinColumn(name = "order_id", insertable = false, updatable = false)
        Order order;

        @ManyToOne
        Product product;

        @Column(nullable = false)
        int quantity;

        @Column(precision = 12, scale = 4)
        BigDecimal price;

        BigDecimal discount;

        @GeneratedColumn("quantity * price")
        BigDecimal total;
    }

    @Entity
    @Inheritance
    public static class Product {
        @Id
        @GeneratedValue
        UUID id;

        @NotNull
        @Size(max = 80)
        String title;

        @Min(0)
        @Max(100)
        int stock;

        @ManyToMany
        @JoinTable(name = "product_category")
        Set<Category> categories;
    }

    @Entity
    public static class Book extends Product {
        @Column(length = 13)
        String isbn;
    }

    @Entity
    public static class Film extends Product {
        Duration runtime;
    }

    @Entity
    public static class Category {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Integer id;

        @ManyToOne
        Category parent;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Payment {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "payments")
        @TableGenerator(name = "payments")
        Long id;

        BigInteger amount;
    }

    @Entity
    public static class CardPayment extends Payment {
        String card;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Ticket {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String subject;
    }

    @Entity
    public static class Complaint extends Ticket {
        @Lob
        String text;
    }

    @Entity
    @Table(name = "\"Kinds\"")
    public static class Kinds {
        @Id
        int id;

        short small;
        Character letter;
        float real;
        double exact;
        Boolean flag;
        byte[] bytes;

        @Lob
        byte[] picture;

        @Column(length = 100_000)
        String essay;

        @Nationalized
        String local;

        LocalTime time;
        ZonedDateTime zoned;

        @Column(precision = 3)
        Instant coarse;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> attributes;

        String[] words;
        List<Integer> numbers;

        @Column(name = "\"value\"")
        String value;

        @Column(name = "\"Mixed\"")
        String mixed;

        @Column(columnDefinition = "varchar(42) default 'x' not null")
        String written;

        @OneToOne
        Customer best;
    }
}
