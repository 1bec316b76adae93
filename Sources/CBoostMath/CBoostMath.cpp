#include "CBoostMath.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/hypergeometric.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/fraction.hpp>
#include <boost/math/tools/roots.hpp>
#include <cerrno>
#include <cmath>
#include <limits>

namespace {

namespace bm = boost::math;
using namespace boost::math::policies;

// Nothing is thrown or printed. Only a failed evaluation sets errno, because its value looks
// like any other number.
typedef policy<
    domain_error<ignore_error>, pole_error<ignore_error>, overflow_error<ignore_error>,
    underflow_error<ignore_error>, denorm_error<ignore_error>, rounding_error<ignore_error>,
    evaluation_error<errno_on_error>, indeterminate_result_error<ignore_error>>
    quiet;

const double not_a_number = std::numeric_limits<double>::quiet_NaN();

// Runs `evaluate`; an exception (out of memory is the only one left) or a failed evaluation is NaN.
template <class Evaluate>
double guarded(Evaluate evaluate) {
  try {
    errno = 0;
    const double value = evaluate();
    return errno == EDOM ? not_a_number : value;
  } catch (...) {
    return not_a_number;
  }
}

template <class Distribution>
double cumulative(const Distribution& distribution, double x, int upper) {
  return upper ? bm::cdf(bm::complement(distribution, x)) : bm::cdf(distribution, x);
}

template <class Distribution>
double quantile(const Distribution& distribution, double p, int upper) {
  return upper ? bm::quantile(bm::complement(distribution, p)) : bm::quantile(distribution, p);
}

typedef bm::normal_distribution<double, quiet> normal;
typedef bm::students_t_distribution<double, quiet> student;
typedef bm::chi_squared_distribution<double, quiet> chi_squared;
typedef bm::fisher_f_distribution<double, quiet> fisher_f;
typedef bm::beta_distribution<double, quiet> beta;
typedef bm::non_central_t_distribution<double, quiet> noncentral_t;

bool ordinary(double p) { return p > 0 && p < 1; }

// The continued fraction of Mills' ratio: x + 1/(x + 2/(x + 3/(x + …))).
struct mills_fraction {
  typedef std::pair<double, double> result_type;
  double x;
  int step;
  result_type operator()() {
    const result_type term(step, x);
    ++step;
    return term;
  }
};

}  // namespace

extern "C" {

double bm_normal_density(double x) {
  return guarded([=] { return bm::pdf(normal(), x); });
}

double bm_normal_cumulative(double x, int upper) {
  return guarded([=] { return cumulative(normal(), x, upper); });
}

double bm_normal_log_cumulative(double x) {
  return guarded([=] {
    if (x > -10) return std::log(cumulative(normal(), x, 0));
    mills_fraction fraction = {-x, 0};
    const double ratio =
        bm::tools::continued_fraction_b(fraction, std::numeric_limits<double>::epsilon());
    const double half_log_two_pi = 0.91893853320467274178;
    return -0.5 * x * x - half_log_two_pi - std::log(ratio);
  });
}

double bm_normal_quantile(double p, int upper) {
  return guarded([=] { return ordinary(p) ? quantile(normal(), p, upper) : not_a_number; });
}

double bm_student_cumulative(double t, double df, int upper) {
  return guarded([=] { return cumulative(student(df), t, upper); });
}

double bm_student_quantile(double p, double df, int upper) {
  return guarded([=] { return ordinary(p) ? quantile(student(df), p, upper) : not_a_number; });
}

double bm_chi_squared_cumulative(double x, double df, int upper) {
  return guarded([=] { return cumulative(chi_squared(df), x, upper); });
}

double bm_chi_squared_quantile(double p, double df, int upper) {
  return guarded([=] { return ordinary(p) ? quantile(chi_squared(df), p, upper) : not_a_number; });
}

double bm_f_cumulative(double x, double df1, double df2, int upper) {
  return guarded([=] { return cumulative(fisher_f(df1, df2), x, upper); });
}

double bm_f_quantile(double p, double df1, double df2, int upper) {
  return guarded(
      [=] { return ordinary(p) ? quantile(fisher_f(df1, df2), p, upper) : not_a_number; });
}

double bm_beta_cumulative(double x, double a, double b, int upper) {
  return guarded([=] { return cumulative(beta(a, b), x, upper); });
}

double bm_beta_quantile(double p, double a, double b, int upper) {
  return guarded([=] { return ordinary(p) ? quantile(beta(a, b), p, upper) : not_a_number; });
}

double bm_noncentral_t_cumulative(double t, double df, double noncentrality, int upper) {
  return guarded([=] { return cumulative(noncentral_t(df, noncentrality), t, upper); });
}

double bm_noncentral_t_noncentrality(double t, double df, double p) {
  return guarded([=] {
    if (!ordinary(p) || !(df > 0) || !std::isfinite(t)) return not_a_number;
    // The tail falls as the noncentrality grows. The smaller tail is compared, for its digits.
    const int upper = p > 0.5;
    const double wanted = upper ? 1 - p : p;
    auto excess = [=](double noncentrality) {
      const double tail = cumulative(noncentral_t(df, noncentrality), t, upper);
      return upper ? wanted - tail : tail - wanted;
    };
    double low = t - 2, high = t + 2;
    for (double step = 2; !(excess(low) > 0); step *= 2) {
      if (step > 1e4) return not_a_number;
      low -= step;
    }
    for (double step = 2; !(excess(high) < 0); step *= 2) {
      if (step > 1e4) return not_a_number;
      high += step;
    }
    boost::uintmax_t iterations = 500;
    const std::pair<double, double> root = bm::tools::toms748_solve(
        excess, low, high, bm::tools::eps_tolerance<double>(50), iterations, quiet());
    return 0.5 * (root.first + root.second);
  });
}

double bm_hypergeometric_density(
    unsigned int found, unsigned int marked, unsigned int drawn, unsigned int total) {
  return guarded([=] {
    return bm::pdf(
        bm::hypergeometric_distribution<double, quiet>(marked, drawn, total), found);
  });
}

double bm_log_gamma(double x) {
  return guarded([=] { return bm::lgamma(x, quiet()); });
}

double bm_gamma_delta_ratio(double x, double delta) {
  return guarded([=] { return bm::tgamma_delta_ratio(x, delta, quiet()); });
}

}  // extern "C"
