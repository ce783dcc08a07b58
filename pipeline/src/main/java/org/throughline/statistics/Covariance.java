package org.throughline.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** Symmetric matrices of variances or of information: inverses, forms, and what is redundant. */
final class Covariance {
  /** A pivot this small beside its own variance is a rounding error of 0. */
  private static final double SINGULAR = 1e-10;

  private Covariance() {}

  /** The inverse; empty if the matrix is singular to rounding. */
  static Optional<RealMatrix> inverse(RealMatrix matrix) {
    int n = matrix.getRowDimension();
    double[] root = new double[n];
    for (int j = 0; j < n; j++) {
      double variance = matrix.getEntry(j, j);
      if (!(variance > 0) || Double.isInfinite(variance)) {
        return Optional.empty();
      }
      root[j] = Math.sqrt(variance);
    }
    RealMatrix correlation = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = i == j ? 1 : matrix.getEntry(i, j) / (root[i] * root[j]);
        correlation.setEntry(i, j, value);
        correlation.setEntry(j, i, value);
      }
    }
    try {
      RealMatrix inverse =
          new CholeskyDecomposition(correlation, SINGULAR, SINGULAR).getSolver().getInverse();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          inverse.multiplyEntry(i, j, 1 / (root[i] * root[j]));
        }
      }
      return Optional.of(inverse);
    } catch (MathIllegalArgumentException notPositiveDefinite) {
      return Optional.empty();
    }
  }

  /** The quadratic form v'Mv. */
  static double form(RealMatrix matrix, RealVector vector) {
    return vector.dotProduct(matrix.operate(vector));
  }

  /**
   * Rows, in their order, that are no combination of those before them.
   *
   * @param least a variance under this is none
   */
  static int[] independent(RealMatrix matrix, double least) {
    List<Integer> kept = new ArrayList<>();
    for (int j = 0; j < matrix.getRowDimension(); j++) {
      if (matrix.getEntry(j, j) > least) {
        kept.add(j);
        int[] tried = kept.stream().mapToInt(Integer::intValue).toArray();
        if (inverse(matrix.getSubMatrix(tried, tried)).isEmpty()) {
          kept.remove(kept.size() - 1);
        }
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }
}
