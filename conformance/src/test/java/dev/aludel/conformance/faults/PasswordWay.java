package dev.aludel.conformance.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A way to tell Aludel a password. */
enum PasswordWay {
    OPTION {
        @Override
        List<String> prepare(Checkout checkout, String url, String password) {
            return List.of("--url", url, "--user", Guarded.USER, "--password", password);
        }
    },
    URL_PARAMETER {
        @Override
        List<String> prepare(Checkout checkout, String url, String password) {
            return List.of("--url", url + "?user=" + Guarded.USER + "&password=" + password);
        }
    },
    VARIABLE {
        @Override
        List<String> prepare(Checkout checkout, String url, String password) {
            checkout.environment.put("ALUDEL_URL", url);
            checkout.environment.put("ALUDEL_USER", Guarded.USER);
            checkout.environment.put("ALUDEL_PASSWORD", password);
            return List.of();
        }
    },
    URL_IN_A_VARIABLE {
        @Override
        List<String> prepare(Checkout checkout, String url, String password) {
            checkout.environment.put("ALUDEL_URL", url + "?user=" + Guarded.USER + "&password=" + password);
            return List.of();
        }
    },
    PROPERTY {
        @Override
        List<String> prepare(Checkout checkout, String url, String password) throws IOException {
            configure(checkout, "aludel.url=" + url, "aludel.user=" + Guarded.USER, "aludel.password=" + password);
            return List.of();
        }
    },
    NAMED_ENVIRONMENT {
        @Override
        List<String> prepare(Checkout checkout, String url, String password) throws IOException {
            configure(checkout, "aludel.live.url=" + url + "?password=" + password, "aludel.live.user=" + Guarded.USER);
            return List.of("-n", "live");
        }
    },
    PLACEHOLDER {
        @Override
        List<String> prepare(Checkout checkout, String url, String password) throws IOException {
            configure(checkout, "aludel.url=" + url + "?user=keeper&password=${SHOP_SECRET}");
            checkout.environment.put("SHOP_SECRET", password);
            return List.of();
        }
    },
    FILE {
        @Override
        List<String> prepare(Checkout checkout, String url, String password) throws IOException {
            checkout.write("secret.txt", password + "\n");
            return List.of("--url", url, "--user", Guarded.USER, "--password-file", "secret.txt");
        }
    },
    STANDARD_INPUT {
        @Override
        List<String> prepare(Checkout checkout, String url, String password) {
            return List.of("--url", url, "--user", Guarded.USER, "--password-stdin");
        }
    },
    SPRING {
        @Override
        List<String> prepare(Checkout checkout, String url, String password) throws IOException {
            checkout.write(
                    "src/main/resources/application.properties",
                    "spring.datasource.url=" + url + "\nspring.datasource.username=" + Guarded.USER
                            + "\nspring.datasource.password=" + password + "\n");
            return List.of();
        }
    };

    /** Tells it; the options that go with a command line. */
    abstract List<String> prepare(Checkout checkout, String url, String password) throws IOException;

    /** The words of a command line that says the password this way. */
    String[] arguments(Checkout checkout, String url, String password, String... command) throws IOException {
        checkout.environment.keySet().removeIf(name -> name.startsWith("ALUDEL") || name.startsWith("SHOP"));
        configure(checkout);
        checkout.write("src/main/resources/application.properties", "");
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(prepare(checkout, url, password));
        return words.toArray(String[]::new);
    }

    private static void configure(Checkout checkout, String... lines) throws IOException {
        checkout.write(
                "aludel.properties",
                "aludel.directory=versions\naludel.model.source=model.sql\naludel.script.format=sql\n"
                        + String.join("\n", lines) + "\n");
    }
}
