package org.numberreader.training.evaluation;

/** An answer that turned out right or wrong, with the confidence it was given with, 0 to 1. */
public record Judged(double confidence, boolean right) {}
