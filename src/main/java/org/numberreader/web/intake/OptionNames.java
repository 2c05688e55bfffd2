package org.numberreader.web.intake;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The options that there are, so that none is overlooked for being misspelt or in the wrong place. */
public final class OptionNames {
    /** Of each reading. */
    public static final Set<String> READING =
            Set.of("digits", "alternatives", "polarity", "method", "pages", "rotation", "signs");

    /** Of {@code /segment}. */
    public static final Set<String> SEGMENT = with(READING, "crops", "detail");

    private OptionNames() {}

    private static Set<String> with(Set<String> names, String... more) {
        var all = new TreeSet<>(names);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    /**
     * Makes sure that all parameters of a query are options.
     *
     * @throws BadRequestException if one is not, or is given twice
     */
    public static void require(MultivaluedMap<String, String> query, Set<String> known) {
        query.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new BadRequestException(
                        "Parameter " + name + " is not known. Known: " + String.join(", ", new TreeSet<>(known)) + ".");
            }
            if (values.size() > 1) {
                throw new BadRequestException("Parameter " + name + " is given " + values.size() + " times.");
            }
        });
    }

    /** @throws BadRequestException if a field of a form or of JSON is an option, which belongs in the query */
    static void requireNone(String field) {
        if (SEGMENT.contains(field)) {
            throw new BadRequestException("The option " + field + " belongs in the address, as in ?" + field
                    + "=..., and not" + " in the body.");
        }
    }
}
