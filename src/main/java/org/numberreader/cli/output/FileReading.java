package org.numberreader.cli.output;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.ReadNumber;

/**
 * What was read in one file.
 *
 * @param numbers in reading order
 * @param csv its tables' cells, or the numbers of each line, as {@link org.numberreader.decoding.Reading#csv}; no part of the JSON
 * @param problem why the file could not be read, a sentence; null if it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties("csv")
public record FileReading(
        String file,
        List<ReadNumber> numbers,
        String csv,
        @Nullable String problem) {
    public FileReading {
        numbers = List.copyOf(numbers);
    }
}
