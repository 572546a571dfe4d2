// SviInterpolation: QuantLib's own fit of a raw SVI slice to vols at strikes. A pass is one fit from its default guess.
// Answers: a, b, sigma, rho, m, the root mean square error in vol, and 1 where it says it converged.
#include <ql/experimental/volatility/sviinterpolation.hpp>

#include <cstdlib>
#include <limits>
#include <vector>

#include "serve.h"

using namespace QuantLib;

namespace {

std::vector<double> strikes, vols;
double expiry = 0, forward = 0;
double sink = 0;

SviInterpolation fitted() {
  SviInterpolation fit(strikes.begin(), strikes.end(), vols.begin(), expiry, forward, Null<Real>(), Null<Real>(),
                       Null<Real>(), Null<Real>(), Null<Real>(), false, false, false, false, false, true);
  fit.update();
  return fit;
}

void pass(std::size_t) {
  try {
    sink += fitted().rmsError();
  } catch (const std::exception&) {
    sink += 1;
  }
}

void answers(double* cells) {
  try {
    SviInterpolation fit = fitted();
    const double row[] = {fit.a(), fit.b(), fit.sigma(), fit.rho(), fit.m(), fit.rmsError()};
    for (std::size_t c = 0; c < 6; ++c) cells[c] = row[c];
    cells[6] = fit.endCriteria() == EndCriteria::MaxIterations ? 0 : 1;
  } catch (const std::exception&) {
    for (std::size_t c = 0; c < 7; ++c) cells[c] = std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const Columns table = read_columns(argv[1]);
  strikes.assign(column(&table, 0), column(&table, 0) + table.rows);
  vols.assign(column(&table, 1), column(&table, 1) + table.rows);
  expiry = std::atof(argv[2]);
  forward = std::atof(argv[3]);
  const Kernel kernel = {1, pass, 7, 1, answers};
  return serve(&kernel);
}
