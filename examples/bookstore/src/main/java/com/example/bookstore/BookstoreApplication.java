package com.example.bookstore;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the service; the database must have been migrated before ({@code make migrate}). */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BookstoreApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BookstoreApplication.class, arguments);
    }
}
