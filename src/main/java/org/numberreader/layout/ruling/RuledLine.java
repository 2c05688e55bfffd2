package org.numberreader.layout.ruling;

/**
 * A long straight ruled line, across or down a levelled picture.
 *
 * @param from where it begins, along its direction
 * @param to where it ends
 * @param offset how far it is from the picture's other edge where its direction begins
 * @param slope how much further it is a pixel along: small, as the picture is level
 */
public record RuledLine(double from, double to, double offset, double slope) {

    /** How far it is from the edge at a place along it, or along what it would be if it went on. */
    public double at(double along) {
        return offset + slope * along;
    }

    RuledLine moved(double by) {
        return new RuledLine(from, to, offset + by, slope);
    }

    /** How far its middle is from the edge. */
    public double middle() {
        return at((from + to) / 2);
    }

    double length() {
        return to - from;
    }

    /** Whether another one, of the other direction, crosses it or ends as close to it. */
    boolean meets(RuledLine other, double near) {
        double here = other.at(middle());
        double there = at(here);
        return here > from - near && here < to + near && there > other.from - near && there < other.to + near;
    }
}
