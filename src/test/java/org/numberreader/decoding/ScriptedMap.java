package org.numberreader.decoding;

import org.numberreader.image.GrayImage;
import org.numberreader.image.Raster;
import org.numberreader.recognition.InkNetwork;

/**
 * A handwriting map with one band of numbers from side to side.
 *
 * @param top where it begins, as a share of the picture's height; above 1 there is none
 * @param bottom where it ends
 * @param digits how high the digits are, in the same
 */
record ScriptedMap(double top, double bottom, double digits) implements MapNetwork {
    private static final float SURE = 6;

    @Override
    public Raster map(GrayImage picture) {
        int width = (picture.width() + InkNetwork.STRIDE - 1) / InkNetwork.STRIDE;
        int height = (picture.height() + InkNetwork.STRIDE - 1) / InkNetwork.STRIDE;
        int cells = width * height;
        var values = new float[(InkNetwork.CLASSES + 1) * cells];
        for (int cell = 0; cell < cells; cell++) {
            double middle = (cell / width + 0.5) / height;
            values[(middle >= top && middle < bottom ? cells : 0) + cell] = SURE;
            values[InkNetwork.CLASSES * cells + cell] = (float) Math.log(digits * picture.height() / InkNetwork.UNIT);
        }
        return new Raster(InkNetwork.CLASSES + 1, height, width, values);
    }
}
