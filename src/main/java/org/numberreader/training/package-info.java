/** Making a model: `SceneTrainingRun` those of lines and pages, `DigitTrainingRun` those of single digits, from pictures to weights and their card. */
@NullMarked
package org.numberreader.training;

import org.jspecify.annotations.NullMarked;
