// A small C face on Eigen: the linear algebra of Statistics.
//
// Matrices are stored column by column. Results are written to memory of the caller. None of the
// functions throws; each answers 0 when it has done its work.
#ifndef CEIGEN_H
#define CEIGEN_H

#ifdef __cplusplus
extern "C" {
#endif

// Least squares of `y` (rows) on `x` (rows × columns) by Householder QR.
//
// A column that lies in the span of the columns before it is left out: `kept[j]` is then 0, its
// coefficient 0, and its row and column of `inverse` 0.
// coefficients: columns; inverse: columns × columns, (X'X)⁻¹ of the kept columns;
// fitted, leverages: rows. Answers 0, or 1 when there was no memory for the work.
int ce_least_squares(
    const double *x, const double *y, int rows, int columns, int *kept, double *coefficients,
    double *inverse, double *fitted, double *leverages);

// The inverse of a symmetric positive definite matrix, and the logarithm of its determinant.
// Answers 0, or 1 when the matrix is not positive definite.
int ce_positive_definite_inverse(
    const double *matrix, int size, double *inverse, double *log_determinant);

// The lower triangle L with LL' = matrix, zeros above it.
// Answers 0, or 1 when the matrix is not positive definite.
int ce_cholesky(const double *matrix, int size, double *lower);

// Eigenvalues in rising order, and vectors in columns, of a symmetric matrix.
// Answers 0, or 1 when the search did not converge.
int ce_symmetric_eigen(const double *matrix, int size, double *values, double *vectors);

// How many choices of `treated` among `count` scores have each sum from 0 to width − 1: the inner
// loop of the exact tests, here because it is a sum of vectors and nothing else.
// Scores are 0 or more, in rising order; sums of width or more are not asked for.
// Answers 0, or 1 when there was no memory for the work.
int ce_subset_sums(const int *scores, int count, int treated, int width, double *sums);

#ifdef __cplusplus
}
#endif
#endif
