/** The way to the database: repositories, and in {@code migrations.versions} the schema's history. */
package com.example.bookstore.storage;
