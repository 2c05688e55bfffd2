package org.numberreader.segmentation.rule;

import java.util.List;

/** Takes the sides of boxes out of the ink, but for what crosses them. */
final class SideEraser {
    private final byte[] pixels;
    private final SideInk before;
    private final InkMask left;

    /**
     * @param pixels the darkness, which changes
     * @param mask where it is ink
     */
    SideEraser(byte[] pixels, InkMask mask) {
        this.pixels = pixels;
        this.before = new SideInk(mask);
        this.left = mask.copy();
    }

    /** Horizontal ones first, so that corners are left to the others. */
    void erase(List<Side> sides) {
        sides.stream().filter(side -> !side.upright()).forEach(this::erase);
        sides.stream().filter(Side::upright).forEach(this::erase);
    }

    private void erase(Side side) {
        var now = new SideInk(left);
        int beyond = (int) Math.ceil(side.thickness());
        for (int row = (int) side.from() - beyond; row <= side.to() + beyond; row++) {
            // A side may be found twice: what is beside it is not looked for when it is gone.
            int column = before.nearest(side, row, 1 + beyond / 2);
            int from = now.end(side.upright(), row, column, -1, beyond) + 1;
            int to = now.end(side.upright(), row, column, 1, beyond);
            if (to > from && to - from <= side.thickness()) {
                left.clear(pixels, side.upright(), new LineTracer.Run(row, from, to), side.thickness());
                left.remove(side.upright(), row, from, to);
            }
        }
    }
}
