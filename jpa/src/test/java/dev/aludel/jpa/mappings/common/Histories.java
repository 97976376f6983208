package dev.aludel.jpa.mappings.common;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.envers.RelationTargetAuditMode;

/** What Envers keeps the history of. */
public final class Histories {
    private Histories() {}

    @Entity(name = "Restoration")
    @Audited
    public static class Restoration {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, length = 60)
        String method;

        @Column(precision = 9, scale = 2)
        BigDecimal cost;

        @NotAudited
        String remark;

        @ManyToOne
        @Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
        Inheritances.Curator responsible;

        @OneToMany
        Set<Treatment> treatments;

        @ManyToMany
        Set<Treatment> related;

        @ElementCollection
        List<String> materials;
    }

    @Entity(name = "Treatment")
    @Audited
    @AuditTable("treatment_history")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Treatment {
        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    @Entity(name = "Cleaning")
    @Audited
    public static class Cleaning extends Treatment {
        String solvent;
    }
}
