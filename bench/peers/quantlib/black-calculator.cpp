// BlackCalculator called directly, with the forward and the discount worked out per option: value and five Greeks with no
// instrument, date or quote around them.
#include <ql/pricingengines/blackcalculator.hpp>

#include <cmath>

#include "serve.h"

using namespace QuantLib;

namespace {

enum { SPOT, STRIKE, RATE, YIELD, VOL, EXPIRY, RIGHT };

Columns table;
double sink = 0;

struct Priced {
  double premium, delta, gamma, vega, theta, rho;
};

inline Priced priced(std::size_t i, double scale) {
  const double spot = column(&table, SPOT)[i] * scale, expiry = column(&table, EXPIRY)[i];
  const double rate = column(&table, RATE)[i], yield = column(&table, YIELD)[i];
  const Option::Type type = column(&table, RIGHT)[i] > 0 ? Option::Call : Option::Put;
  const BlackCalculator black(type, column(&table, STRIKE)[i], spot * std::exp((rate - yield) * expiry),
                              column(&table, VOL)[i] * std::sqrt(expiry), std::exp(-rate * expiry));
  return {black.value(),      black.delta(spot),         black.gamma(spot),
          black.vega(expiry), black.theta(spot, expiry), black.rho(expiry)};
}

void pass(std::size_t count) {
  const double scale = 1 + 1e-4 * static_cast<double>(1 + count % 7);
  for (std::size_t i = 0; i < table.rows; ++i) {
    const Priced one = priced(i, scale);
    sink += one.premium + one.delta + one.gamma + one.vega + one.theta + one.rho;
  }
}

void answers(double* cells) {
  const std::size_t n = table.rows;
  for (std::size_t i = 0; i < n; ++i) {
    const Priced one = priced(i, 1);
    const double row[] = {one.premium, one.delta, one.gamma, one.vega, one.theta, one.rho};
    for (std::size_t c = 0; c < 6; ++c) cells[c * n + i] = row[c];
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  table = read_columns(argv[1]);
  const Kernel kernel = {table.rows, pass, 6, table.rows, answers};
  return serve(&kernel);
}
