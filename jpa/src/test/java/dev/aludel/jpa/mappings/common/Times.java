package dev.aludel.jpa.mappings.common;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.FractionalSeconds;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** Dates, times, moments and durations. */
public final class Times {
    private Times() {}

    @Entity(name = "Visit")
    public static class Visit {
        @Id
        long id;

        LocalDate held;
        LocalTime opens;
        LocalDateTime arrived;
        Instant sold;
        OffsetDateTime checkedIn;
        OffsetTime gate;
        ZonedDateTime departed;
        Duration stay;
        Year season;
        Timestamp stamped;
        java.sql.Date printed;
        Time closes;

        @Temporal(TemporalType.DATE)
        Date born;

        @Temporal(TemporalType.TIME)
        Date called;

        @Temporal(TemporalType.TIMESTAMP)
        Date written;

        Calendar noted;

        @Temporal(TemporalType.DATE)
        Calendar due;

        @Column(precision = 3)
        Instant milliseconds;

        @Column(precision = 0)
        LocalDateTime seconds;

        @FractionalSeconds(2)
        LocalDateTime hundredths;

        @FractionalSeconds(0)
        LocalTime minuteHand;

        @CreationTimestamp
        @Column(updatable = false, nullable = false)
        Instant created;
    }

    @Entity(name = "Journey")
    public static class Journey {
        @Id
        long id;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        OffsetDateTime arrives;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        @TimeZoneColumn(name = "unloads_zone")
        ZonedDateTime unloads;

        @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
        ZonedDateTime customs;

        @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
        ZonedDateTime returns;

        @TimeZoneStorage(TimeZoneStorageType.AUTO)
        ZonedDateTime planned;

        @JdbcTypeCode(SqlTypes.NUMERIC)
        Duration delay;
    }
}
