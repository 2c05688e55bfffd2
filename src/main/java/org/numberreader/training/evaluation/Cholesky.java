package org.numberreader.training.evaluation;

/** Solves systems of linear equations whose matrix is symmetric and positive definite. */
final class Cholesky {
    private Cholesky() {}

    /**
     * Finds the x with {@code matrix x = right}.
     *
     * @param matrix only its lower half is read, and overwritten by the factor
     * @throws ArithmeticException if the matrix is not positive definite
     */
    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int j = 0; j < size; j++) {
            for (int i = j; i < size; i++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= matrix[i][k] * matrix[j][k];
                }
                if (i == j && !(rest > 0)) {
                    throw new ArithmeticException("The matrix is not positive definite");
                }
                matrix[i][j] = i == j ? Math.sqrt(rest) : rest / matrix[j][j];
            }
        }
        var x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= matrix[i][k] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= matrix[k][i] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        return x;
    }
}
