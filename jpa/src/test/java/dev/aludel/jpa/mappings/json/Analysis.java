package dev.aludel.jpa.mappings.json;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Documents. */
@Entity
class Analysis {
    @Id
    UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> attributes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    List<String> findings;
}
