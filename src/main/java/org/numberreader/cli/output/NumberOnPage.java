package org.numberreader.cli.output;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.numberreader.decoding.ReadNumber;

/** A number, and the page of its file that it stands on, from 1. */
public record NumberOnPage(@JsonUnwrapped ReadNumber number, int page) {}
