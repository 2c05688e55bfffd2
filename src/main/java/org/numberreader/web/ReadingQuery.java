package org.numberreader.web;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.Method;
import org.numberreader.decoding.Signs;
import org.numberreader.document.PageSelection;
import org.numberreader.image.Polarity;
import org.numberreader.image.Turn;
import org.numberreader.web.intake.BadRequestException;
import org.numberreader.web.intake.OptionNames;

/** The query parameters as they came: taken as text, so that a wrong one can be named in the answer; an empty one, as forms send it, counts as not given. */
public class ReadingQuery {
    @QueryParam("digits")
    @Parameter(
            description = "How many digits each number has, where that is known: `6`, or `2-8`, within 1 to 64."
                    + " `1` reads the whole picture as one digit.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{1,2}(-\\d{1,2})?$"))
    @Nullable
    String digits;

    @QueryParam("signs")
    @Parameter(
            description =
                    "Which signs are read beside the digits: `all`, or none where the caller knows that there are `digits` only."
                            + " Then no sign parts or joins numbers either.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"all", "digits"},
                            defaultValue = "all"))
    @Nullable
    String signs;

    @QueryParam("alternatives")
    @Parameter(
            description = "How many runners-up each number and digit is given, where there are any.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "10", defaultValue = "3"))
    @Nullable
    String alternatives;

    @QueryParam("polarity")
    @Parameter(
            description = "Which is darker, ink or paper; `auto` finds out from the picture.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"auto", "dark-on-light", "light-on-dark"},
                            defaultValue = "auto"))
    @Nullable
    String polarity;

    @QueryParam("method")
    @Parameter(
            description =
                    "How the picture is read: `learned` is what this service is for; `classical` is the textbook method"
                            + " (adaptive threshold, contours, 28×28, the model `base`), to compare with: its confidences are"
                            + " not calibrated.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"learned", "classical"},
                            defaultValue = "learned"))
    @Nullable
    String method;

    @QueryParam("pages")
    @Parameter(
            description = "Which pages of a PDF or TIFF are read, as in `1-3,7`; all where it is not given."
                    + " At most `numbers.document.max-pages`, 50, at once.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            pattern = "^[1-9]\\d{0,6}(-[1-9]\\d{0,6})?(,[1-9]\\d{0,6}(-[1-9]\\d{0,6})?){0,99}$"))
    @Nullable
    String pages;

    @QueryParam("rotation")
    @Parameter(
            description =
                    "How far each page is turned before it is read: clockwise, in degrees. `auto` turns a page that lies on"
                            + " its side or upside down, where that reads better; `pages` tells how far. Boxes are in the turned page's pixels.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"auto", "0", "90", "180", "270"},
                            defaultValue = "auto"))
    @Nullable
    String rotation;

    @Context
    @Nullable
    UriInfo address;

    /**
     * All of them together.
     *
     * @throws BadRequestException if one is out of range, or not known
     */
    ReadingOptions options() {
        OptionNames.require(Objects.requireNonNull(address).getQueryParameters(), known());
        return new ReadingOptions(ink(), expected(), method(), selection(), turn());
    }

    /** The names that there are. */
    Set<String> known() {
        return OptionNames.READING;
    }

    /**
     * Which pages are wanted.
     *
     * @throws BadRequestException if {@code pages} is no list of pages
     */
    private PageSelection selection() {
        if (pages == null || pages.isEmpty()) {
            return PageSelection.ALL;
        }
        try {
            return PageSelection.parse(pages);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("Parameter pages: " + e.getMessage() + ".");
        }
    }

    /**
     * How far pages are turned; null where that is to be found out.
     *
     * @throws BadRequestException if {@code rotation} is none of the five
     */
    private @Nullable Turn turn() {
        if (rotation == null || rotation.isEmpty()) {
            return null;
        }
        try {
            return Turn.parse(rotation);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("Parameter rotation: " + e.getMessage() + ".");
        }
    }

    /**
     * What the caller knows of the numbers.
     *
     * @throws BadRequestException if {@code digits}, {@code signs} or {@code alternatives} is out of range
     */
    public Expectation expected() {
        int runnersUp = runnersUp();
        var read = signs();
        if (digits == null || digits.isEmpty()) {
            return new Expectation(1, Expectation.LONGEST, runnersUp, read);
        }
        try {
            return Expectation.digits(digits, runnersUp).with(read);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("Parameter digits: " + e.getMessage() + ".");
        }
    }

    /**
     * Which is darker.
     *
     * @throws BadRequestException if {@code polarity} is none of the three
     */
    public Polarity ink() {
        if (polarity == null || polarity.isEmpty()) {
            return Polarity.AUTO;
        }
        for (var known : Polarity.values()) {
            if (known.name().replace('_', '-').toLowerCase(Locale.ROOT).equals(polarity)) {
                return known;
            }
        }
        throw new BadRequestException("Parameter polarity: must be auto, dark-on-light or light-on-dark.");
    }

    /**
     * How the picture is read.
     *
     * @throws BadRequestException if {@code method} is none of the two
     */
    public Method method() {
        if (method == null || method.isEmpty()) {
            return Method.LEARNED;
        }
        return Method.parse(method)
                .orElseThrow(() -> new BadRequestException("Parameter method: must be learned or classical."));
    }

    private Signs signs() {
        if (signs == null || signs.isEmpty()) {
            return Signs.ALL;
        }
        return Signs.parse(signs)
                .orElseThrow(() -> new BadRequestException("Parameter signs: all and digits are known."));
    }

    private int runnersUp() {
        if (alternatives == null || alternatives.isEmpty()) {
            return Expectation.ANY.alternatives();
        }
        if (!alternatives.matches("\\d{1,2}") || Integer.parseInt(alternatives) > Expectation.MOST_ALTERNATIVES) {
            throw new BadRequestException(
                    "Parameter alternatives: must be a whole number from 0 to " + Expectation.MOST_ALTERNATIVES + ".");
        }
        return Integer.parseInt(alternatives);
    }
}
