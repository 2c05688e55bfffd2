package org.numberreader.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Results are copied and saved. */
abstract class ResultExport extends PageAtWidth {
    ResultExport(int width) {
        super(width);
    }

    @Test
    void copiesANumberAndAllOfThem() {
        trySample("Several lines");

        button("Copy 0386").click();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("0386");
        button("Copy all").click();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("2025\n0386\n491\n57602");
    }

    @Test
    void savesAllAsCsvAndJson() throws IOException {
        choose(named("=1+1.png"), notes());
        assertThat(page.locator(".entry[data-reading=problem]")).hasCount(1);

        var rows = rows(download("Save all as CSV"));
        assertThat(rows.get(0))
                .startsWith("picture,page,text,value,read,corrected,confidence,certain,x,y,width,height");
        assertThat(rows.get(1)).matches("'=1\\+1\\.png,1,1704,1704,1704,false,[01][.\\d]*,(true|false),.*");
        assertThat(rows.get(2)).startsWith("notes.png,,").endsWith("\"" + problemFromTheService() + "\"");
        var json = JsonPath.from(new String(download("Save all as JSON"), StandardCharsets.UTF_8));
        assertThat(json.getString("[0].numbers[0].value")).isEqualTo("1704");
        assertThat(json.getList("[0].numbers[0].digits.digit")).containsExactly(1, 7, 0, 4);
        assertThat(json.getString("[1].problem")).isEqualTo(problemFromTheService());
    }

    @Test
    void savesThePictureWithWhatWasFoundOnIt() throws IOException {
        choose(sample());
        assertThat(values()).hasText("1704");
        var marked = ImageIO.read(new ByteArrayInputStream(download("Save with marks")));
        var plain = ImageIO.read(new ByteArrayInputStream(sample().buffer));

        assertThat(marked.getWidth()).isEqualTo(plain.getWidth());
        assertThat(marked.getHeight()).isEqualTo(plain.getHeight());
        assertThat(blues(marked)).isGreaterThan(1000);
        assertThat(blues(plain)).isZero();
    }

    private static long blues(BufferedImage picture) {
        long count = 0;
        for (int rgb : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
            count += (rgb & 0xff) - (rgb >> 16 & 0xff) > 60 ? 1 : 0;
        }
        return count;
    }
}
