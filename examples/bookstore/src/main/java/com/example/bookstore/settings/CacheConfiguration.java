package com.example.bookstore.settings;

import com.example.bookstore.api.AuthorView;
import com.example.bookstore.api.BookView;
import com.example.bookstore.api.Caches;
import java.util.List;
import org.springframework.boot.cache.autoconfigure.RedisCacheManagerBuilderCustomizer;
import org.springframework.cache.annotation.CachingConfigurer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.interceptor.CacheErrorHandler;
import org.springframework.cache.interceptor.LoggingCacheErrorHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.serializer.JacksonJsonRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializationContext.SerializationPair;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is read as plain JSON in Redis, each cache with its own type. */
@Configuration
@EnableCaching
class CacheConfiguration implements CachingConfigurer {

    @Bean
    RedisCacheManagerBuilderCustomizer caches(RedisConnectionFactory redis, CacheSettings settings, JsonMapper mapper) {
        // otherwise the answer to a write could be sent before the outdated list is gone
        RedisCacheWriter immediate =
                RedisCacheWriter.create(redis, RedisCacheWriter.RedisCacheWriterConfigurer::immediateWrites);
        RedisCacheConfiguration common =
                RedisCacheConfiguration.defaultCacheConfig().entryTtl(settings.timeToLive());
        // an entry evicted before the commit could be filled again with what is about to be outdated
        return builder -> builder.cacheWriter(immediate)
                .transactionAware()
                .withCacheConfiguration(Caches.AUTHOR, one(common, mapper, AuthorView.class))
                .withCacheConfiguration(Caches.AUTHORS, list(common, mapper, AuthorView.class))
                .withCacheConfiguration(Caches.BOOK, one(common, mapper, BookView.class))
                .withCacheConfiguration(Caches.BOOKS, list(common, mapper, BookView.class));
    }

    /** A read must not fail because Redis is away: it is logged, and the database answers. */
    @Override
    public CacheErrorHandler errorHandler() {
        return new LoggingCacheErrorHandler();
    }

    private static RedisCacheConfiguration one(RedisCacheConfiguration common, JsonMapper mapper, Class<?> type) {
        return holding(common, mapper, mapper.constructType(type));
    }

    private static RedisCacheConfiguration list(RedisCacheConfiguration common, JsonMapper mapper, Class<?> type) {
        return holding(common, mapper, mapper.getTypeFactory().constructCollectionType(List.class, type));
    }

    private static RedisCacheConfiguration holding(RedisCacheConfiguration common, JsonMapper mapper, JavaType type) {
        return common.serializeValuesWith(
                SerializationPair.fromSerializer(new JacksonJsonRedisSerializer<>(mapper, type)));
    }
}
