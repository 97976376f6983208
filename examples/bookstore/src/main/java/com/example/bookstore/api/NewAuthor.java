package com.example.bookstore.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a client sends to add an author. */
public record NewAuthor(@NotBlank @Size(max = 255) String name) {}
