package org.numberreader.web.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numberreader.decoding.ReadDigit;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.decoding.ReadPage;
import org.numberreader.decoding.ReadSign;
import org.numberreader.image.Box;

/** The answer of {@code /predict}: the numbers in reading order. */
@Schema(description = "The numbers in reading order; an empty list where there are none.")
public record Prediction(
        PictureSize image,
        List<Found> numbers,

        @Schema(description = "The lines that have a number, from top to bottom.")
        List<WrittenLine> lines,

        @Schema(description = "Handwriting that is in no number.")
        List<NotRead> unread,

        @Schema(
                description =
                        "Numbers that stand in rows and columns, from top to bottom; an empty list where none do.")
        List<WrittenTable> tables,

        @Schema(description = "The pages that were read.") List<PageSize> pages,

        @Schema(description = "What is wrong with the file though it was read, as stray bytes in a JPEG.")
        List<Warning> warnings,

        ModelName model,
        Millis millis) {
    public Prediction {
        numbers = List.copyOf(numbers);
        lines = List.copyOf(lines);
        unread = List.copyOf(unread);
        tables = List.copyOf(tables);
        pages = List.copyOf(pages);
        warnings = List.copyOf(warnings);
    }

    /** A reading as it goes out: all pages in one list. */
    public static Prediction of(List<ReadPage> pages, ModelName model, Millis millis) {
        var numbers = new ArrayList<Found>();
        var lines = new ArrayList<WrittenLine>();
        var unread = new ArrayList<NotRead>();
        var tables = new ArrayList<WrittenTable>();
        for (var page : pages) {
            int first = numbers.size();
            for (var line : page.reading().lines()) {
                int next = first + line.numbers().size();
                lines.add(new WrittenLine(
                        line.text(),
                        line.box(),
                        page.page(),
                        IntStream.range(first, next).boxed().toList()));
                first = next;
            }
            int before = numbers.size();
            page.reading().tables().forEach(table -> tables.add(WrittenTable.of(table, page.page(), before)));
            page.reading().numbers().forEach(number -> numbers.add(Found.of(number, page.page())));
            page.reading()
                    .unread()
                    .forEach(other -> unread.add(
                            new NotRead(other.box(), page.page(), other.reason().text())));
        }
        return new Prediction(
                PageSize.first(pages),
                numbers,
                lines,
                unread,
                tables,
                PageSize.of(pages),
                Warning.of(pages),
                model,
                millis);
    }

    /** A line of writing. */
    @Schema(name = "WrittenLine")
    public record WrittenLine(
            @Schema(
                    description =
                            "All its digits and signs as they are written; a blank is a wide gap or a printed border.")
            String text,

            Box box,
            int page,

            @Schema(description = "Which of the numbers stand on it, from 0.")
            List<Integer> numbers) {
        public WrittenLine {
            numbers = List.copyOf(numbers);
        }
    }

    /** Handwriting that is in no number. */
    @Schema(name = "Unread")
    public record NotRead(
            Box box,
            int page,

            @Schema(enumeration = {"no number", "crossed out", "unsure"})
            String reason) {}

    /** One number; its value is text, because leading zeros and length matter. */
    @Schema(name = "Number")
    public record Found(
            @Schema(description = "The digits as written; leading zeros are kept.")
            String value,

            @Schema(
                    description =
                            "The number as it is written: its digits with a minus, points, commas, a percent or currency sign.")
            String text,

            @Schema(description = "That all of the text is right, 0 to 1.")
            double confidence,

            @Schema(description = "Whether the confidence reaches `numbers.reading.certain`.")
            boolean certain,

            Box box,

            @Schema(description = "The page that it stands on, from 1.")
            int page,

            List<Digit> digits,
            List<Sign> signs,
            List<OtherNumber> alternatives) {
        public Found {
            confidence = Rounded.confidence(confidence);
            digits = List.copyOf(digits);
            signs = List.copyOf(signs);
            alternatives = List.copyOf(alternatives);
        }

        static Found of(ReadNumber read, int page) {
            return new Found(
                    read.value(),
                    read.text(),
                    read.confidence(),
                    read.certain(),
                    read.box(),
                    page,
                    read.digits().stream().map(Digit::of).toList(),
                    read.signs().stream().map(Sign::of).toList(),
                    read.alternatives().stream()
                            .map(other -> new OtherNumber(other.value(), other.text(), other.confidence()))
                            .toList());
        }
    }

    /** One digit of a number. */
    @Schema(name = "Digit")
    public record Digit(int digit, double confidence, Box box, List<OtherDigit> alternatives) {
        public Digit {
            confidence = Rounded.confidence(confidence);
            alternatives = List.copyOf(alternatives);
        }

        static Digit of(ReadDigit read) {
            var others = read.alternatives().stream().map(other -> new OtherDigit(other.digit(), other.confidence()));
            return new Digit(read.digit(), read.confidence(), read.box(), others.toList());
        }
    }

    /** A sign that belongs to a number. */
    @Schema(name = "Sign")
    public record Sign(
            String sign,
            double confidence,
            Box box,

            @Schema(description = "How many of the number's digits stand before it.")
            int before) {
        public Sign {
            confidence = Rounded.confidence(confidence);
        }

        static Sign of(ReadSign read) {
            return new Sign(read.sign(), read.confidence(), read.box(), read.before());
        }
    }

    /** A runner-up. */
    @Schema(name = "OtherNumber")
    public record OtherNumber(String value, String text, double confidence) {
        public OtherNumber {
            confidence = Rounded.confidence(confidence);
        }
    }

    /** A runner-up. */
    @Schema(name = "OtherDigit")
    public record OtherDigit(int digit, double confidence) {
        public OtherDigit {
            confidence = Rounded.confidence(confidence);
        }
    }
}
