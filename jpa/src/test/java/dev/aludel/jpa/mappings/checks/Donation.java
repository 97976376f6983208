package dev.aludel.jpa.mappings.checks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;

/** A check of a column with a name, for which MariaDB has no words. */
@Entity
class Donation {
    @Id
    long id;

    @Check(name = "ck_donation_amount", constraints = "amount >= 5")
    int amount;
}
