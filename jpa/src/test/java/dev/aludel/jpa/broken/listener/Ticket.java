package dev.aludel.jpa.broken.listener;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import java.util.Objects;

@Entity
@EntityListeners(Ticket.Listener.class)
public class Ticket {
    /** Wants a bean, and says so. */
    public static class Listener {
        private final Runnable bean;

        public Listener(Runnable bean) {
            this.bean = Objects.requireNonNull(bean, "bean");
        }

        @PrePersist
        void run(Object entity) {
            bean.run();
        }
    }

    @Id
    Long id;
}
