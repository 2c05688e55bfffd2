package org.numberreader.cli;

import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells what a person can do something about in one line, without a stack trace. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (!(failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof ConfigValidationException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException)) {
            throw failure;
        }
        command.getErr().println(command.getCommandName() + ": " + sentence(failure));
        return 1;
    }

    /** What went wrong, for a person. */
    static String sentence(Exception failure) {
        Throwable told = failure instanceof UncheckedIOException io && io.getCause() != null ? io.getCause() : failure;
        String message = String.valueOf(told.getMessage());
        if (told instanceof NoSuchFileException) {
            return "There is no file " + message + ".";
        }
        if (told instanceof NotDirectoryException) {
            return "There is no folder " + message + ".";
        }
        if (told instanceof AccessDeniedException) {
            return "No permission to access " + message + ".";
        }
        return message;
    }
}
