package dev.aludel.jpa.naming;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class OrderItem {
    @Id
    Long itemId;

    @Column(unique = true)
    String productName;

    @ManyToOne
    OrderItem parentItem;
}
