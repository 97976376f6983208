package dev.aludel.jpa.mappings.common;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** Truth values, numbers and characters. */
public final class Numbers {
    private Numbers() {}

    @Entity(name = "Measurement")
    public static class Measurement {
        @Id
        long id;

        boolean primitiveFlag;
        Boolean flag;
        byte primitiveTiny;
        Byte tiny;
        short primitiveSmall;
        Short small;
        int primitiveCount;
        Integer count;
        long primitiveTotal;
        Long total;
        char primitiveLetter;
        Character letter;
        float primitiveSloppy;
        Float sloppy;
        double primitiveExact;
        Double exact;
        BigDecimal amount;
        BigInteger huge;

        @Column(precision = 12, scale = 4)
        BigDecimal price;

        @Column(precision = 9)
        BigDecimal wholePrice;

        @Column(precision = 30)
        BigInteger wide;

        @Column(precision = 10)
        float coarse;

        @Column(precision = 15)
        double shallow;

        @JdbcTypeCode(SqlTypes.TINYINT)
        int stars;

        @JdbcTypeCode(SqlTypes.SMALLINT)
        Integer floor;

        @JdbcTypeCode(SqlTypes.DECIMAL)
        @Column(precision = 7, scale = 2)
        BigDecimal weight;

        @JdbcTypeCode(SqlTypes.BIT)
        boolean bit;
    }

    @Entity(name = "Loan")
    public static class Loan {
        @Id
        Long id;

        @Convert(converter = YesNoConverter.class)
        boolean insured;

        @Convert(converter = TrueFalseConverter.class)
        Boolean returned;

        @Convert(converter = NumericBooleanConverter.class)
        @Column(nullable = false)
        Boolean courier;

        @Convert(converter = MoneyConverter.class)
        AtomicLong worth;
    }

    /** Cents in one column. */
    @jakarta.persistence.Converter
    public static class MoneyConverter implements jakarta.persistence.AttributeConverter<AtomicLong, BigDecimal> {
        @Override
        public BigDecimal convertToDatabaseColumn(AtomicLong value) {
            return value == null ? null : BigDecimal.valueOf(value.get(), 2);
        }

        @Override
        public AtomicLong convertToEntityAttribute(BigDecimal value) {
            return value == null ? null : new AtomicLong(value.movePointRight(2).longValue());
        }
    }
}
