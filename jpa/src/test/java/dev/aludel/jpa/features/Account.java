package dev.aludel.jpa.features;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
        name = "\"Account\"",
        indexes = {
            @Index(columnList = "login"),
            @Index(name = "ux_account_code", columnList = "code, login", unique = true)
        },
        uniqueConstraints = @UniqueConstraint(columnNames = {"login", "\"Kind\""}))
@SecondaryTable(name = "account_detail")
@DiscriminatorColumn(name = "dtype")
@Filter(name = "by_tenant", condition = "login = :tenant")
public class Account extends Audited {
    @Id
    UUID id;

    @Column(unique = true, nullable = false)
    String code;

    @Collate("C")
    String login;

    @Column(name = "\"Kind\"")
    Character kind;

    Money balance;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "home_street"))
    Address address;

    @Column(table = "account_detail", length = 4000)
    String notes;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> attributes;

    List<String> tags;

    @GeneratedColumn("price * quantity")
    long total;

    int price;

    int quantity;

    boolean active;

    byte[] picture;

    @Lob
    String essay;

    double ratio;

    LocalDateTime seen;

    LocalTime opens;

    Instant changed;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Account parent;

    @ManyToOne
    @JoinColumn(referencedColumnName = "code")
    Account sponsor;
}
