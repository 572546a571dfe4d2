// blackFormulaImpliedStdDev and blackFormulaImpliedStdDevLiRS on undiscounted premiums of forward options.
// Answers: the vol, or NaN where QuantLib throws.
#include <ql/pricingengines/blackformula.hpp>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "serve.h"

using namespace QuantLib;

namespace {

enum { FORWARD, STRIKE, EXPIRY, RIGHT, PREMIUM };

Columns table;
bool isLiRS = false;
double accuracy = 1e-12;
double sink = 0;

double solved(std::size_t i) {
  const Option::Type type = column(&table, RIGHT)[i] > 0 ? Option::Call : Option::Put;
  const double strike = column(&table, STRIKE)[i], forward = column(&table, FORWARD)[i];
  const double premium = column(&table, PREMIUM)[i], rootT = std::sqrt(column(&table, EXPIRY)[i]);
  try {
    const double stdDev =
        isLiRS ? blackFormulaImpliedStdDevLiRS(type, strike, forward, premium, 1.0, 0.0, Null<Real>(), 1.0, accuracy)
               : blackFormulaImpliedStdDev(type, strike, forward, premium, 1.0, 0.0, Null<Real>(), accuracy);
    return stdDev / rootT;
  } catch (const std::exception&) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

void pass(std::size_t) {
  for (std::size_t i = 0; i < table.rows; ++i) sink += solved(i);
}

void answers(double* cells) {
  for (std::size_t i = 0; i < table.rows; ++i) cells[i] = solved(i);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  table = read_columns(argv[1]);
  isLiRS = std::strcmp(argv[2], "LiRS") == 0;
  accuracy = std::atof(argv[3]);
  const Kernel kernel = {table.rows, pass, 1, table.rows, answers};
  return serve(&kernel);
}
