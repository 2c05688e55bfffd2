package org.numberreader.document.page;

import javax.imageio.ImageIO;

/** Makes Java's own pictures work in a service: without a screen, and without files. */
public final class Awt {
    static {
        System.getProperties().putIfAbsent("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    private Awt() {}

    /** To be called before anything of {@code java.awt} is. */
    public static void prepare() {
        // The static initialiser has done it.
    }
}
