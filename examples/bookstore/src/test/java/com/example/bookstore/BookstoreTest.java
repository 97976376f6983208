package com.example.bookstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.bookstore.api.AuthorView;
import com.example.bookstore.api.BookView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** The whole service over HTTP, with the servers that it has in production. */
@ExtendWith(RunningServices.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BookstoreTest {

    private static final String WRITE = "bookstore-write";
    private static final String MISSING = "987654321";

    @LocalServerPort
    private int port;

    @Autowired
    private StringRedisTemplate redis;

    private RestTestClient client;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry registry) {
        registry.add("DB_PORT", RunningServices.SETTINGS::databasePort);
        registry.add("DB_USER", RunningServices.SETTINGS::databaseUser);
        registry.add("DB_PASSWORD", RunningServices.SETTINGS::databasePassword);
        registry.add("DB_NAME", RunningServices.SETTINGS::databaseName);
        registry.add("REDIS_PORT", RunningServices.SETTINGS::redisPort);
        registry.add("KEYCLOAK_PORT", RunningServices.SETTINGS::keycloakPort);
    }

    @BeforeEach
    void connect() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    @Test
    void anAuthorIsCreatedReadAndListed() {
        AuthorView author = createAuthor("First of the shelf");

        get("/authors/" + author.id())
                .expectStatus()
                .isOk()
                .expectBody(AuthorView.class)
                .isEqualTo(author);
        assertThat(get("/authors")
                        .expectStatus()
                        .isOk()
                        .expectBody(new ParameterizedTypeReference<List<AuthorView>>() {})
                        .returnResult()
                        .getResponseBody())
                .contains(author);
    }

    @Test
    void aBookIsCreatedReadAndListed() {
        AuthorView author = createAuthor("Author of a book");
        BookView book = post(
                        "/books",
                        token(WRITE),
                        Map.of(
                                "title", "A title",
                                "isbn", "978-3-16-148410-0",
                                "authorId", author.id(),
                                "published", "2001-02-03",
                                "price", 12.5))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches(HttpHeaders.LOCATION, "/books/\\d+")
                .expectBody(BookView.class)
                .returnResult()
                .getResponseBody();

        assertThat(book.isbn()).isEqualTo("9783161484100");
        assertThat(book.author()).isEqualTo(author);
        BookView read = get("/books/" + book.id())
                .expectStatus()
                .isOk()
                .expectBody(BookView.class)
                .returnResult()
                .getResponseBody();
        assertThat(read.published()).isEqualTo("2001-02-03");
        assertThat(read.price()).isEqualByComparingTo("12.50");
        get("/books")
                .expectBody()
                .jsonPath("$[?(@.id == " + book.id() + ")].author.name")
                .isEqualTo("Author of a book");
    }

    @Test
    void whatIsNotKnownOfABookMayBeLeftOut() {
        AuthorView author = createAuthor("Author of little");

        post("/books", token(WRITE), Map.of("title", "Only a title", "authorId", author.id()))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.isbn")
                .isEqualTo(null)
                .jsonPath("$.published")
                .isEqualTo(null);
    }

    @Test
    void writingWithoutATokenIsRefused() {
        problem(post("/authors", null, Map.of("name", "Nobody")), 401)
                .jsonPath("$.detail")
                .isEqualTo("This needs a valid token from Keycloak.");
    }

    @Test
    void writingWithAForgedTokenIsRefused() {
        String[] parts = token(WRITE).split("\\.");
        String forged = parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());

        problem(post("/authors", forged, Map.of("name", "Nobody")), 401);
    }

    @Test
    void writingWithoutTheScopeIsRefused() {
        problem(post("/books", token(""), Map.of("title", "None", "authorId", 1)), 403)
                .jsonPath("$.detail")
                .isEqualTo("The token does not have the scope bookstore-write.");
    }

    @Test
    void whatIsNotThereIsAProblem() {
        problem(get("/authors/" + MISSING), 404).jsonPath("$.detail").isEqualTo("There is no author " + MISSING + ".");
        problem(get("/books/" + MISSING), 404).jsonPath("$.detail").isEqualTo("There is no book " + MISSING + ".");
        problem(get("/nothing"), 404);
    }

    @Test
    void fieldsThatAreNotValidAreNamed() {
        problem(post("/authors", token(WRITE), Map.of("name", "  ")), 400)
                .jsonPath("$.errors[0].field")
                .isEqualTo("name")
                .jsonPath("$.errors[0].message")
                .isEqualTo("must not be blank");
        problem(
                        post(
                                "/books",
                                token(WRITE),
                                Map.of("title", "T", "authorId", 1, "isbn", "9783161484101", "price", -1)),
                        400)
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields).asString().contains("isbn", "price"));
    }

    @Test
    void aBodyThatCannotBeReadIsAProblem() {
        problem(post("/authors", token(WRITE), "{"), 400);
        problem(get("/authors/no-number"), 400);
    }

    @Test
    void aBookNeedsAnAuthorThatExists() {
        problem(post("/books", token(WRITE), Map.of("title", "Orphan", "authorId", Long.valueOf(MISSING))), 400)
                .jsonPath("$.detail")
                .isEqualTo("There is no author " + MISSING + ".");
    }

    @Test
    void anIsbnIsGivenOnce() {
        AuthorView author = createAuthor("Author of two");
        post("/books", token(WRITE), Map.of("title", "One", "authorId", author.id(), "isbn", "0306406152"))
                .expectStatus()
                .isCreated();

        problem(
                        post(
                                "/books",
                                token(WRITE),
                                Map.of("title", "Two", "authorId", author.id(), "isbn", "0-306-40615-2")),
                        409)
                .jsonPath("$.detail")
                .isEqualTo("There is a book with the ISBN 0306406152 already.");
    }

    @RepeatedTest(10)
    void readsAreCachedInRedisUntilSomethingIsAdded() {
        AuthorView author = createAuthor("Author to be cached");
        assertThat(redis.hasKey("authors::all")).isFalse();
        assertThat(redis.hasKey("author::" + author.id())).isFalse();

        get("/authors").expectStatus().isOk();
        get("/authors/" + author.id()).expectStatus().isOk();
        assertThat(redis.opsForValue().get("authors::all")).contains("Author to be cached");
        assertThat(redis.opsForValue().get("author::" + author.id()))
                .isEqualTo("{\"id\":" + author.id() + ",\"name\":\"Author to be cached\"}");
        assertThat(redis.getExpire("authors::all")).isPositive();

        createAuthor("The next");
        assertThat(redis.hasKey("authors::all")).isFalse();
    }

    @Test
    void aReadIsAnsweredFromTheCache() {
        AuthorView author = createAuthor("As in the database");
        redis.opsForValue().set("author::" + author.id(), "{\"id\":" + author.id() + ",\"name\":\"As in Redis\"}");

        get("/authors/" + author.id())
                .expectBody(AuthorView.class)
                .isEqualTo(new AuthorView(author.id(), "As in Redis"));
    }

    @Test
    void listsOfBooksAreCachedUntilABookIsAdded() {
        AuthorView author = createAuthor("Author of cached books");
        get("/books").expectStatus().isOk();
        assertThat(redis.hasKey("books::all")).isTrue();

        post("/books", token(WRITE), Map.of("title", "New", "authorId", author.id()))
                .expectStatus()
                .isCreated();
        assertThat(redis.hasKey("books::all")).isFalse();
    }

    private AuthorView createAuthor(String name) {
        return post("/authors", token(WRITE), Map.of("name", name))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches(HttpHeaders.LOCATION, "/authors/\\d+")
                .expectBody(AuthorView.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    private RestTestClient.ResponseSpec post(String path, String token, Object body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (token != null) {
                        headers.setBearerAuth(token);
                    }
                })
                .body(body)
                .exchange();
    }

    private static RestTestClient.BodyContentSpec problem(RestTestClient.ResponseSpec response, int status) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.title")
                .isNotEmpty();
    }

    /** A real token of Keycloak's, by client credentials. */
    private static String token(String scope) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", "bookstore-cli");
        form.add("client_secret", "development-only");
        if (!scope.isEmpty()) {
            form.add("scope", scope);
        }
        return (String) RestClient.create(RunningServices.SETTINGS.keycloakUrl())
                .post()
                .uri("/realms/bookstore/protocol/openid-connect/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {})
                .get("access_token");
    }
}
