package dev.aludel.jpa.mappings.postgresql;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Types that only PostgreSQL has. */
public final class Network {
    private Network() {}

    @Entity(name = "Camera")
    public static class Camera {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.INET)
        InetAddress address;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        Duration retention;

        @Column(columnDefinition = "tsvector")
        String words;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, Object> state;

        @Collate("C")
        String name;

        @GeneratedColumn("lower(name)")
        String search;
    }
}
