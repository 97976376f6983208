package dev.aludel.jpa.twice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(name = "uk_coupon_code", columnNames = "code"),
            @UniqueConstraint(name = "uk_coupon_id", columnNames = "id")
        })
public class Coupon {
    @Id
    @Column(unique = true)
    Long id;

    @Column(unique = true)
    String code;
}
