package dev.aludel.jpa.mappings.common;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.io.Serializable;
import java.sql.Blob;
import java.sql.Clob;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

/** Character strings and bytes of every length. */
public final class Texts {
    private Texts() {}

    @Entity(name = "Label")
    public static class Label {
        @Id
        @Column(length = 40)
        String code;

        String line;

        @Column(length = 1)
        String grade;

        @Column(length = 4000)
        String paragraph;

        @Column(length = 5000)
        String page;

        @Column(length = 70_000)
        String chapter;

        @Column(length = Length.LONG32)
        String book;

        @Lob
        String essay;

        @Lob
        @Column(length = Length.LONG16)
        String shortEssay;

        @Nationalized
        String localLine;

        @Nationalized
        @Column(length = 30)
        String localWord;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 3)
        String country;

        @JdbcTypeCode(SqlTypes.NCHAR)
        @Column(length = 3)
        String localCountry;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        String catalogueText;

        char[] letters;
        Clob stream;
    }

    @Entity(name = "Scan")
    public static class Scan {
        @Id
        int id;

        byte[] plain;

        @Column(length = 16)
        byte[] digest;

        @Column(length = 5000)
        byte[] thumbnail;

        @Column(length = 70_000)
        byte[] preview;

        @Column(length = Length.LONG32)
        byte[] original;

        @Lob
        byte[] large;

        @JdbcTypeCode(SqlTypes.BINARY)
        @Column(length = 8)
        byte[] magic;

        @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
        byte[] raw;

        Blob stream;
        Settings settings;
    }

    /** Kept as serialized bytes. */
    public static class Settings implements Serializable {
        private static final long serialVersionUID = 1;
    }
}
