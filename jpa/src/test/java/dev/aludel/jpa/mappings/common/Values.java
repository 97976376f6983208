package dev.aludel.jpa.mappings.common;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.net.InetAddress;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What Java has classes for besides numbers, texts and times. */
public final class Values {
    private Values() {}

    @Entity(name = "Provenance")
    public static class Provenance {
        @Id
        UUID id;

        @JdbcTypeCode(SqlTypes.CHAR)
        UUID inventory;

        @JdbcTypeCode(SqlTypes.VARBINARY)
        UUID legacy;

        URL archive;
        Locale language;
        Currency currency;
        Class<?> importer;
        ZoneId zone;
        ZoneOffset shift;
        TimeZone timeZone;
        InetAddress source;

        Condition ordinal;

        @Enumerated(EnumType.STRING)
        Condition kept;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false, length = 12)
        DayOfWeek delivered;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        Condition written;

        @JdbcTypeCode(SqlTypes.INTEGER)
        Condition wide;
    }

    @Entity(name = "Report")
    public static class Report {
        @Id
        UUID id;

        @JdbcTypeCode(SqlTypes.SQLXML)
        String document;
    }

    @Entity(name = "Palette")
    public static class Palette {
        @Id
        int id;

        String[] names;
        int[] shades;
        Long[] counts;
        List<UUID> samples;
        Set<LocalDate> dates;
        Condition[] conditions;
        double[] ratios;
        boolean[] flags;

        @Array(length = 7)
        @Column(length = 20)
        String[] week;
    }
}
