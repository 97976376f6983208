/** Authors and books over HTTP: reading is open to all and cached, writing needs a token with the right scope. */
package com.example.bookstore.api;
