package dev.aludel.jpa.validation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

@Entity
public class Validated {
    @Id
    Long id;

    @NotBlank
    @Size(max = 50)
    String name;

    @NotNull
    @Digits(integer = 5, fraction = 2)
    BigDecimal price;

    @Min(1)
    @Max(9)
    int rank;
}
