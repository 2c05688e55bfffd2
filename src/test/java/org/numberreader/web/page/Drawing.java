package org.numberreader.web.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;

/** Strokes as a hand made them on the pad: across and down in percent of the sheet's height, parted by {@code ;}. */
record Drawing(String digit, String strokes) {
    static final List<Drawing> ALL = List.of(
            new Drawing(
                    "0",
                    "104,18 96,16 86,22 79,34 76,48 77,62 82,74 91,81 101,80 110,71 115,58 116,43 112,29 105,20 99,17"),
            new Drawing("1", "88,30 95,24 101,17 101,30 100,45 100,60 99,72 99,83"),
            new Drawing(
                    "2", "80,30 84,21 93,16 104,18 110,26 109,37 102,48 93,59 85,70 79,79 79,80 90,79 102,79 115,80"),
            new Drawing(
                    "3", "82,22 92,16 104,18 109,27 105,38 95,45 90,46 100,47 110,54 113,66 107,77 95,82 84,79 79,73"),
            new Drawing("4", "96,16 90,32 83,48 78,58 78,59 92,60 106,60 118,59;107,38 106,52 105,68 104,84"),
            new Drawing("5", "88,20 86,32 84,44 84,45 95,41 107,46 112,58 108,71 97,80 85,80 78,75;88,20 98,20 112,18"),
            new Drawing("6", "106,15 96,24 87,37 82,52 82,66 87,77 97,82 107,78 112,68 109,57 100,52 90,56 84,65"),
            new Drawing("7", "78,20 90,19 104,19 116,18 110,32 103,47 97,63 92,82"),
            new Drawing(
                    "8",
                    "108,24 100,17 90,18 84,26 87,36 97,45 107,55 112,67 106,78 95,82 84,77 81,66 87,55 98,45 107,35 109,26"),
            new Drawing("9", "110,28 103,19 92,19 85,28 85,40 92,47 102,45 109,35 111,26 111,40 109,56 107,70 104,84"));

    /** Draws with the mouse, as fast as the browser takes it. */
    void on(Page page) {
        Locator sheet = page.locator(".sheet canvas");
        sheet.scrollIntoViewIfNeeded();
        var box = sheet.boundingBox();
        for (String stroke : strokes.split(";")) {
            var points = Arrays.stream(stroke.split(" "))
                    .map(point -> point.split(","))
                    .map(point -> new double[] {
                        box.x + Double.parseDouble(point[0]) * box.height / 100,
                        box.y + Double.parseDouble(point[1]) * box.height / 100
                    })
                    .toList();
            page.mouse().move(points.get(0)[0], points.get(0)[1]);
            page.mouse().down();
            for (var point : points) {
                page.mouse().move(point[0], point[1], new Mouse.MoveOptions().setSteps(2));
            }
            page.mouse().up();
        }
    }
}
