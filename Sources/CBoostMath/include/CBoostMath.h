// A small C face on Boost.Math: distribution functions and their inverses.
//
// Every function answers NaN where Boost cannot: outside the domain, or when a series does not
// converge. None throws, prints or keeps state. `upper` other than 0 asks for the upper tail.
#ifndef CBOOSTMATH_H
#define CBOOSTMATH_H

#ifdef __cplusplus
extern "C" {
#endif

double bm_normal_density(double x);
double bm_normal_cumulative(double x, int upper);
// The natural logarithm of the lower tail; exact where the tail itself underflows.
double bm_normal_log_cumulative(double x);
double bm_normal_quantile(double p, int upper);

double bm_student_cumulative(double t, double df, int upper);
double bm_student_quantile(double p, double df, int upper);

double bm_chi_squared_cumulative(double x, double df, int upper);
double bm_chi_squared_quantile(double p, double df, int upper);

double bm_f_cumulative(double x, double df1, double df2, int upper);
double bm_f_quantile(double p, double df1, double df2, int upper);

double bm_beta_cumulative(double x, double a, double b, int upper);
double bm_beta_quantile(double p, double a, double b, int upper);

double bm_noncentral_t_cumulative(double t, double df, double noncentrality, int upper);
// The noncentrality at which the lower tail of t is p.
double bm_noncentral_t_noncentrality(double t, double df, double p);

// The chance of exactly `found` marked among `drawn` of `total`, `marked` of which are marked.
double bm_hypergeometric_density(
    unsigned int found, unsigned int marked, unsigned int drawn, unsigned int total);

double bm_log_gamma(double x);
// Gamma(x) / Gamma(x + delta).
double bm_gamma_delta_ratio(double x, double delta);

#ifdef __cplusplus
}
#endif
#endif
