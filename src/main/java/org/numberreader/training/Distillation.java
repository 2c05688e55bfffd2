package org.numberreader.training;

/**
 * How a network learns from the likelihoods of others besides the labels (Hinton et al., 2015).
 *
 * @param temperature what all logits are divided by before they are compared, so that the unlikely classes count
 * @param share of the loss that is the teachers'; the labels have the rest
 */
record Distillation(double temperature, double share) {}
