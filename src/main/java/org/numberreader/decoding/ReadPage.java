package org.numberreader.decoding;

import java.util.List;
import org.numberreader.decoding.table.TableCsv;

/**
 * What was read on one page of a document; a picture is a document of one page.
 *
 * @param page from 1
 * @param width of the page's picture, upright, in pixels: the boxes' pixels
 * @param height of the same
 * @param rotation how far the page, as others show it, was turned clockwise to be read, in degrees
 * @param warnings what is wrong with its picture's file, a sentence each
 */
public record ReadPage(int page, int width, int height, int rotation, Reading reading, List<String> warnings) {
    public ReadPage {
        warnings = List.copyOf(warnings);
    }

    /** A page that was read, turned where that reads better. */
    public static ReadPage of(int page, UprightReader.Upright upright) {
        var picture = upright.picture();
        return new ReadPage(
                page,
                picture.width(),
                picture.height(),
                upright.turn().degrees(),
                upright.reading(),
                picture.warnings());
    }

    /** The pages' tables as {@link Reading#csv} has them, one page after the other. */
    public static String csv(List<ReadPage> pages) {
        return TableCsv.joined(pages.stream().map(page -> page.reading().csv()).toList());
    }
}
