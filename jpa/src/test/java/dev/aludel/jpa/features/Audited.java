package dev.aludel.jpa.features;

import jakarta.persistence.Column;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Version;
import java.time.Clock;

@MappedSuperclass
@EntityListeners(Audited.Listener.class)
public abstract class Audited {
    /** A listener that is a Spring bean: it has no constructor without arguments. */
    public static class Listener {
        private final Clock clock;

        public Listener(Clock clock) {
            this.clock = clock;
        }

        @PrePersist
        void stamp(Audited entity) {
            entity.changedBy = clock.toString();
        }
    }

    @Version
    int version;

    @Column(updatable = false)
    String changedBy;
}
