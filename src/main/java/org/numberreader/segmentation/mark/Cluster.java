package org.numberreader.segmentation.mark;

import java.util.ArrayList;
import java.util.List;
import org.numberreader.image.Box;

/** Components that are one glyph. */
final class Cluster {
    private final List<Component> parts = new ArrayList<>();
    private Box box;

    Cluster(Component part) {
        parts.add(part);
        box = part.box();
    }

    void add(Component part) {
        parts.add(part);
        box = box.union(part.box());
    }

    void add(Cluster other) {
        parts.addAll(other.parts);
        box = box.union(other.box);
    }

    List<Component> parts() {
        return List.copyOf(parts);
    }

    Box box() {
        return box;
    }
}
