package dev.aludel.jpa.mappings.common;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.TenantId;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.generator.EventType;

/** Checks, defaults, computed columns, comments, indexes, validation, and what Hibernate adds to rows. */
public final class Rules {
    private Rules() {}

    @Entity(name = "Exhibition")
    @Check(constraints = "sold <= capacity")
    @Check(name = "ck_exhibition_dates", constraints = "closes is null or closes >= opens")
    @Comment("What is shown, and when")
    @Table(
            indexes = {
                @Index(columnList = "opens"),
                @Index(name = "ix_exhibition_title", columnList = "title, opens desc"),
                @Index(name = "ux_exhibition_slug", columnList = "slug", unique = true),
                @Index(columnList = "title, slug", unique = true),
                @Index(name = "ix_exhibition_closes", columnList = "closes asc")
            },
            uniqueConstraints = {
                @UniqueConstraint(columnNames = {"opens", "room"}),
                @UniqueConstraint(
                        name = "uk_exhibition_poster",
                        columnNames = {"poster", "room"})
            })
    public static class Exhibition {
        @Id
        long id;

        @Comment("As on the poster")
        @Column(nullable = false, length = 80)
        String title;

        @Column(length = 80)
        String slug;

        @Column(unique = true)
        String poster;

        LocalDate opens;
        LocalDate closes;

        @Check(constraints = "capacity > 0")
        int capacity;

        @ColumnDefault("0")
        int sold;

        @ColumnDefault("'it''s new'")
        String state;

        @ColumnDefault("true")
        boolean open;

        @ColumnDefault("12.50")
        @Column(precision = 8, scale = 2)
        BigDecimal price;

        @ColumnDefault("(current_date)")
        @Generated(event = EventType.INSERT)
        @Column(columnDefinition = "date")
        LocalDate announced;

        @ColumnDefault("current_timestamp(6)")
        @DialectOverride.ColumnDefault(dialect = SQLiteDialect.class, override = @ColumnDefault("current_timestamp"))
        LocalDateTime changed;

        @ColumnDefault("null")
        String room;

        @GeneratedColumn("capacity - sold")
        Integer free;

        @Generated(event = {EventType.INSERT, EventType.UPDATE})
        Integer ranking;

        @Formula("capacity * 2")
        int twice;

        @Transient
        String unsaved;

        @ColumnTransformer(read = "secret || ''", write = "?")
        String secret;

        @Column(columnDefinition = "varchar(42) default 'x' not null")
        String written;
    }

    @Entity(name = "Member")
    @SoftDelete
    public static class Member {
        @Id
        long id;

        @Version
        Instant modified;

        @TenantId
        String tenant;

        @ElementCollection
        @SoftDelete(strategy = SoftDeleteType.ACTIVE, columnName = "valid")
        Set<String> cards;
    }

    @Entity(name = "Subscription")
    @SoftDelete(strategy = SoftDeleteType.ACTIVE, converter = org.hibernate.type.YesNoConverter.class)
    public static class Subscription {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "member_id")
        Exhibition exhibition;
    }

    @Entity(name = "Order")
    @Table(name = "`order`")
    public static class Order {
        @Id
        long id;

        @NotBlank
        @Size(max = 50)
        String name;

        @NotNull
        @Digits(integer = 5, fraction = 2)
        BigDecimal price;

        @Min(1)
        @Max(9)
        int urgency;

        @NotEmpty
        String reference;

        @Positive
        int amount;

        @PositiveOrZero
        Integer discount;

        @DecimalMin("0.5")
        @DecimalMax(value = "99.5", inclusive = false)
        BigDecimal rate;

        @Column(name = "`from`")
        String from;

        @Column(name = "`Mixed Case`")
        String mixed;

        @Size(max = 3)
        @ElementCollection
        List<@Size(max = 10) String> positions;
    }
}
