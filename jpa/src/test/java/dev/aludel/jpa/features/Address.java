package dev.aludel.jpa.features;

import jakarta.persistence.Embeddable;

@Embeddable
public class Address {
    String street;
    String zipCode;
}
