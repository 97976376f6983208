/** How the service is set up: what it caches, for how long, and who may write. Values are in application.yml. */
package com.example.bookstore.settings;
