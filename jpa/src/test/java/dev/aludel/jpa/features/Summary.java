package dev.aludel.jpa.features;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Subselect;

/** No table: a query. */
@Entity
@Subselect("select code, count(*) as amount from \"Account\" group by code")
public class Summary {
    @Id
    String code;

    long amount;
}
