package org.numberreader.segmentation.rule;

import java.util.List;

/** Takes the sides of boxes out of the ink, but for what crosses them. */
final class SideEraser {
    private final byte[] pixels;
    private final byte[] mask;
    /** As it was, and as it is when some sides are gone. */
    private final SideInk before;

    private final SideInk now;

    /**
     * @param pixels the darkness, which changes
     * @param mask where it is ink
     */
    SideEraser(byte[] pixels, byte[] mask, int width, int height) {
        this.pixels = pixels;
        this.mask = mask.clone();
        this.before = new SideInk(mask, width, height);
        this.now = new SideInk(this.mask, width, height);
    }

    /** Horizontal ones first, so that corners are left to the others. */
    void erase(List<Side> sides) {
        sides.stream().filter(side -> !side.upright()).forEach(this::erase);
        sides.stream().filter(Side::upright).forEach(this::erase);
    }

    private void erase(Side side) {
        int beyond = (int) Math.ceil(side.thickness());
        int rim = (int) Math.ceil(1 + side.thickness() / 3);
        for (int row = (int) side.from() - beyond; row <= side.to() + beyond; row++) {
            // A side may be found twice: what is beside it is not looked for when it is gone.
            int column = before.nearest(side, row, 1 + beyond / 2);
            int from = now.end(side.upright(), row, column, -1, beyond) + 1;
            int to = now.end(side.upright(), row, column, 1, beyond);
            if (to > from && to - from <= side.thickness()) {
                clear(side.upright(), row, from, to, rim);
            }
        }
    }

    /** Clears a run and the grey rim beside it. */
    private void clear(boolean upright, int row, int from, int to, int rim) {
        for (int column = from - rim; column < to + rim; column++) {
            int at = now.at(upright, row, column);
            boolean own = column >= from && column < to;
            if (at >= 0 && (own || mask[at] == 0)) {
                pixels[at] = 0;
                mask[at] = 0;
            }
        }
    }
}
