package com.example.bookstore.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code bookstore.cache} of application.yml.
 *
 * @param timeToLive after how long an entry is read from the database again
 */
@ConfigurationProperties("bookstore.cache")
public record CacheSettings(@DefaultValue("10m") Duration timeToLive) {}
