package org.numberreader.training.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** A page of tables, charts and pictures that needs nothing but itself: no script, no network, no other file. */
public final class HtmlPage {
    private final String title;
    private final List<Section> sections = new ArrayList<>();

    HtmlPage(String title) {
        this.title = title;
    }

    /**
     * A heading with what is under it; what is empty is left out.
     *
     * @param chart a data URL
     */
    public record Section(
            String heading,
            String note,
            List<String> headers,
            List<List<String>> rows,
            String chart,
            List<Tile> tiles) {}

    /**
     * A small picture with a line or two under it.
     *
     * @param picture a data URL
     */
    public record Tile(String picture, String caption) {
        static Tile of(byte[] png, String caption) {
            return new Tile(dataUrl(png), caption);
        }
    }

    public String title() {
        return title;
    }

    public List<Section> sections() {
        return List.copyOf(sections);
    }

    HtmlPage table(String heading, String note, List<String> headers, List<List<String>> rows) {
        sections.add(new Section(heading, note, headers, rows, "", List.of()));
        return this;
    }

    HtmlPage chart(String heading, String note, byte[] png) {
        sections.add(new Section(heading, note, List.of(), List.of(), dataUrl(png), List.of()));
        return this;
    }

    HtmlPage sheet(String heading, String note, List<Tile> tiles) {
        sections.add(new Section(heading, note, List.of(), List.of(), "", tiles));
        return this;
    }

    /** The page as HTML; texts are escaped. */
    public String html() {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        return engine.parse(template(), Variant.forContentType(Variant.TEXT_HTML))
                .data("page", this)
                .render();
    }

    /** Writes the page, and the folders down to it. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling("."));
        Files.writeString(file, html());
    }

    private static String template() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("/report/page.html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String dataUrl(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
