package org.numberreader.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    @Test
    void textsAreEscaped() {
        var page = new HtmlPage("<b>").table("a & b", "<i>", List.of("<th>"), List.of(List.of("<script>")));

        assertThat(page.html()).contains("&lt;b&gt;", "a &amp; b", "&lt;i&gt;", "&lt;th&gt;", "&lt;script&gt;");
        assertThat(page.html()).doesNotContain("<script>", "<i>");
    }

    @Test
    void needsNothingButItself() throws IOException {
        byte[] chart = new Chart("x", "y")
                .curve("c", List.of(1.0, 2.0), List.of(1.0, 4.0))
                .png();
        var html = new HtmlPage("page")
                .chart("chart", "", chart)
                .sheet("sheet", "", List.of(HtmlPage.Tile.of(chart, "tile")))
                .html();

        assertThat(html).doesNotContain("http", "<link", "<script", "url(");
        Matcher sources = Pattern.compile("src=\"([^\"]*)\"").matcher(html);
        assertThat(sources.results().map(match -> match.group(1)))
                .hasSize(2)
                .allSatisfy(source -> assertThat(picture(source).getWidth()).isEqualTo(900));
    }

    @Test
    void whatIsEmptyIsLeftOut() {
        var html = new HtmlPage("page")
                .table("heading", "", List.of(), List.of(List.of("cell")))
                .html();

        assertThat(html).doesNotContain("<p>", "<th>", "<img", "sheet\">").contains("<td>cell</td>");
    }

    @Test
    void aChartWithoutPointsIsStillAChart() throws IOException {
        byte[] png = new Chart("x", "y").curve("none", List.of(), List.of()).png();

        assertThat(ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
    }

    private static BufferedImage picture(String source) throws IOException {
        assertThat(source).startsWith("data:image/png;base64,");
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(source.split(",")[1])));
    }
}
