#include "CEigen.h"

// A failed assertion would end the process; the checks of this file take its place.
#define EIGEN_NO_DEBUG
#if __has_include(<Eigen/Dense>)
#include <Eigen/Dense>
#else
#include <eigen3/Eigen/Dense>
#endif

#include <algorithm>
#include <vector>

namespace {

typedef Eigen::Map<const Eigen::MatrixXd> ConstMatrix;
typedef Eigen::Map<const Eigen::VectorXd> ConstVector;
typedef Eigen::Map<Eigen::MatrixXd> Matrix;
typedef Eigen::Map<Eigen::VectorXd> Vector;

// What R's lm() takes for "nothing left of a column".
const double smallest_share = 1e-7;

// The columns that are not in the span of the ones before them.
std::vector<int> independent(const ConstMatrix &x) {
  std::vector<int> found;
  Eigen::MatrixXd basis(x.rows(), std::min(x.rows(), x.cols()));
  for (int j = 0; j < x.cols(); ++j) {
    const int rank = static_cast<int>(found.size());
    if (rank == basis.cols()) break;
    Eigen::VectorXd left = x.col(j);
    const double length = left.norm();
    // Twice, because once loses digits when the columns are nearly dependent.
    for (int pass = 0; pass < 2; ++pass) {
      left -= basis.leftCols(rank) * (basis.leftCols(rank).transpose() * left);
    }
    const double remainder = left.norm();
    if (!(remainder > smallest_share * length)) continue;
    basis.col(rank) = left / remainder;
    found.push_back(j);
  }
  return found;
}

template <class Work>
int guarded(Work work) {
  try {
    return work();
  } catch (...) {
    return 1;
  }
}

}  // namespace

extern "C" {

int ce_least_squares(
    const double *x, const double *y, int rows, int columns, int *kept, double *coefficients,
    double *inverse, double *fitted, double *leverages) {
  return guarded([=] {
    const ConstMatrix design(x, rows, columns);
    const std::vector<int> found = independent(design);
    const int rank = static_cast<int>(found.size());
    Eigen::MatrixXd used(rows, rank);
    for (int j = 0; j < rank; ++j) used.col(j) = design.col(found[j]);

    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(used);
    const Eigen::MatrixXd q = qr.householderQ() * Eigen::MatrixXd::Identity(rows, rank);
    const Eigen::MatrixXd r_inverse =
        qr.matrixQR().topRows(rank).triangularView<Eigen::Upper>().solve(
            Eigen::MatrixXd::Identity(rank, rank));
    const Eigen::VectorXd b = r_inverse * (q.transpose() * ConstVector(y, rows));
    const Eigen::MatrixXd crossproduct_inverse = r_inverse * r_inverse.transpose();

    Vector(coefficients, columns).setZero();
    Matrix whole(inverse, columns, columns);
    whole.setZero();
    for (int j = 0; j < columns; ++j) kept[j] = 0;
    for (int j = 0; j < rank; ++j) {
      kept[found[j]] = 1;
      coefficients[found[j]] = b(j);
      for (int i = 0; i < rank; ++i) whole(found[i], found[j]) = crossproduct_inverse(i, j);
    }
    Vector(fitted, rows) = used * b;
    Vector(leverages, rows) = q.rowwise().squaredNorm();
    return 0;
  });
}

int ce_positive_definite_inverse(
    const double *matrix, int size, double *inverse, double *log_determinant) {
  return guarded([=] {
    const Eigen::LLT<Eigen::MatrixXd> factor{Eigen::MatrixXd(ConstMatrix(matrix, size, size))};
    if (factor.info() != Eigen::Success) return 1;
    Matrix(inverse, size, size) = factor.solve(Eigen::MatrixXd::Identity(size, size));
    *log_determinant = 2 * factor.matrixLLT().diagonal().array().log().sum();
    return 0;
  });
}

int ce_cholesky(const double *matrix, int size, double *lower) {
  return guarded([=] {
    const Eigen::LLT<Eigen::MatrixXd> factor{Eigen::MatrixXd(ConstMatrix(matrix, size, size))};
    if (factor.info() != Eigen::Success) return 1;
    Matrix(lower, size, size) = factor.matrixL();
    return 0;
  });
}

int ce_symmetric_eigen(const double *matrix, int size, double *values, double *vectors) {
  return guarded([=] {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(
        Eigen::MatrixXd(ConstMatrix(matrix, size, size)));
    if (solver.info() != Eigen::Success) return 1;
    Vector(values, size) = solver.eigenvalues();
    Matrix(vectors, size, size) = solver.eigenvectors();
    return 0;
  });
}

int ce_subset_sums(const int *scores, int count, int treated, int width, double *sums) {
  return guarded([=] {
    std::vector<double> ways(static_cast<std::size_t>(treated + 1) * width, 0.0);
    ways[0] = 1;
    long reach = 0;
    for (int seen = 1; seen <= count; ++seen) {
      const int score = scores[seen - 1];
      reach = std::min<long>(reach + score, width - 1);
      // Choices that can no longer become `treated` are not counted on.
      const int fewest = std::max(1, treated - (count - seen));
      for (int chosen = std::min(treated, seen); chosen >= fewest; --chosen) {
        // In rising order, the latest score is the largest so far.
        const long last = std::min<long>(reach, static_cast<long>(chosen) * score);
        double *to = &ways[static_cast<std::size_t>(chosen) * width];
        const double *from = &ways[static_cast<std::size_t>(chosen - 1) * width];
        for (long sum = score; sum <= last; ++sum) to[sum] += from[sum - score];
      }
    }
    std::copy_n(&ways[static_cast<std::size_t>(treated) * width], width, sums);
    return 0;
  });
}

}  // extern "C"
