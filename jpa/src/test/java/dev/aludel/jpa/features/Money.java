package dev.aludel.jpa.features;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A value with a converter that applies to every attribute of the type, and that wants a bean. */
public record Money(long cents) {

    /** Stores cents. */
    @Converter(autoApply = true)
    public static class ToCents implements AttributeConverter<Money, Long> {
        private final Runnable audit;

        public ToCents(Runnable audit) {
            this.audit = audit;
        }

        @Override
        public Long convertToDatabaseColumn(Money money) {
            audit.run();
            return money.cents();
        }

        @Override
        public Money convertToEntityAttribute(Long cents) {
            audit.run();
            return new Money(cents);
        }
    }
}
