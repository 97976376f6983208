/** A small bookstore: authors and their books over HTTP, in a PostgreSQL database whose schema Aludel manages. */
package com.example.bookstore;
