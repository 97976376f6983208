package com.example.bookstore.api;

import java.util.List;
import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what goes wrong into {@code application/problem+json}, and says which fields of a request are at fault. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = failure.getFieldErrors().stream()
                .map(error -> Map.of("field", error.getField(), "message", String.valueOf(error.getDefaultMessage())))
                .toList();
        ProblemDetail problem = failure.getBody();
        problem.setDetail("Some fields are not valid.");
        problem.setProperty("errors", errors);
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    /** Two requests at the same moment can both pass the check before one violates the constraint. */
    @ExceptionHandler
    ProblemDetail conflict(DataIntegrityViolationException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "The database holds something already that contradicts this.");
    }

    @ExceptionHandler
    ProblemDetail notMigrated(InvalidDataAccessResourceUsageException failure) {
        logger.error("A statement does not fit the database's schema; `make migrate` brings it up to date", failure);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "The database's schema is not the one that this service needs.");
    }
}
