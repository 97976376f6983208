package dev.aludel.examples.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void nothingSetMeansTheDevelopmentDefaults() {
        Settings settings = Settings.of(Map.of());

        assertThat(settings.databaseUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:15432/bookstore");
        assertThat(settings.keycloakUrl()).isEqualTo("http://127.0.0.1:18080");
        assertThat(settings.keycloakManagementPort()).isEqualTo(18081);
    }

    @Test
    void anEmptyVariableIsLikeNone() {
        assertThat(Settings.of(Map.of("DB_PORT", "", "DB_NAME", " "))).isEqualTo(Settings.of(Map.of()));
    }

    @Test
    void theManagementPortFollowsKeycloaks() {
        assertThat(Settings.of(Map.of("KEYCLOAK_PORT", "9500")).keycloakManagementPort())
                .isEqualTo(9501);
    }

    @Test
    void whatIsNoPortIsNamedWithItsVariable() {
        assertThatThrownBy(() -> Settings.of(Map.of("REDIS_PORT", "99999")))
                .isInstanceOf(ServicesException.class)
                .hasMessage("REDIS_PORT is '99999', which is not a port: give a number from 1 to 65535.");
    }

    @Test
    void itsTextHidesThePassword() {
        assertThat(Settings.of(Map.of("DB_PASSWORD", "tr0ubadour")).toString()).doesNotContain("tr0ubadour");
    }
}
