package org.numberreader.cli.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.ReadPage;

/**
 * What was read in one file.
 *
 * @param pages that were read; none where there is a problem
 * @param problem why the file could not be read, a sentence; null if it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"file", "numbers", "pages", "problem"})
public record FileReading(
        String file, List<ReadPage> pages, @Nullable String problem) {
    public FileReading {
        pages = List.copyOf(pages);
    }

    /** All numbers in reading order. */
    @JsonProperty
    public List<NumberOnPage> numbers() {
        return pages.stream()
                .flatMap(page -> page.reading().numbers().stream().map(number -> new NumberOnPage(number, page.page())))
                .toList();
    }
}
