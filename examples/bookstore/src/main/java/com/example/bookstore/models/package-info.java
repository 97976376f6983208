/** The entities. Change one, then {@code make migration msg="…"} writes the migration that brings the schema along. */
package com.example.bookstore.models;
