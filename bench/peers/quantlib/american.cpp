// QdFpAmericanEngine (Andersen, Lake and Offengenden) at one of its three schemes, one process per option, spot moved each
// pass. Answers: the premium, NaN where QuantLib throws.
#include <ql/exercise.hpp>
#include <ql/instruments/vanillaoption.hpp>
#include <ql/pricingengines/vanilla/qdfpamericanengine.hpp>
#include <ql/processes/blackscholesprocess.hpp>
#include <ql/quotes/simplequote.hpp>
#include <ql/settings.hpp>
#include <ql/termstructures/volatility/equityfx/blackconstantvol.hpp>
#include <ql/termstructures/yield/flatforward.hpp>
#include <ql/time/calendars/nullcalendar.hpp>
#include <ql/time/daycounters/actual365fixed.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "serve.h"

using namespace QuantLib;

namespace {

enum { SPOT, STRIKE, RATE, YIELD, VOL, EXPIRY, RIGHT };

std::vector<ext::shared_ptr<SimpleQuote>> quotes;
std::vector<double> spots;
std::vector<ext::shared_ptr<VanillaOption>> book;
double sink = 0;

double premium(std::size_t i) {
  try {
    return book[i]->NPV();
  } catch (const std::exception&) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

void pass(std::size_t count) {
  const double scale = 1 + 1e-4 * static_cast<double>(1 + count % 7);
  for (std::size_t i = 0; i < book.size(); ++i) {
    quotes[i]->setValue(spots[i] * scale);
    sink += premium(i);
  }
}

void answers(double* cells) {
  for (std::size_t i = 0; i < book.size(); ++i) {
    quotes[i]->setValue(spots[i]);
    cells[i] = premium(i);
  }
}

ext::shared_ptr<QdFpIterationScheme> schemeNamed(const std::string& name) {
  if (name == "fast") return QdFpAmericanEngine::fastScheme();
  if (name == "accurate") return QdFpAmericanEngine::accurateScheme();
  return QdFpAmericanEngine::highPrecisionScheme();
}

QdFpAmericanEngine::FixedPointEquation equationNamed(const std::string& name) {
  if (name == "FP-A") return QdFpAmericanEngine::FP_A;
  if (name == "FP-B") return QdFpAmericanEngine::FP_B;
  return QdFpAmericanEngine::Auto;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const Columns table = read_columns(argv[1]);
  const Actual365Fixed dayCount;
  const Date today(15, May, 2026);
  Settings::instance().evaluationDate() = today;
  const auto scheme = schemeNamed(argv[2]);
  for (std::size_t i = 0; i < table.rows; ++i) {
    const auto cell = [&](std::size_t c) { return column(&table, c)[i]; };
    const auto spot = ext::make_shared<SimpleQuote>(cell(SPOT));
    const auto process = ext::make_shared<BlackScholesMertonProcess>(
        Handle<Quote>(spot),
        Handle<YieldTermStructure>(ext::make_shared<FlatForward>(today, cell(YIELD), dayCount)),
        Handle<YieldTermStructure>(ext::make_shared<FlatForward>(today, cell(RATE), dayCount)),
        Handle<BlackVolTermStructure>(ext::make_shared<BlackConstantVol>(today, NullCalendar(), cell(VOL), dayCount)));
    const auto days = static_cast<Integer>(std::lround(cell(EXPIRY) * 365));
    const auto option = ext::make_shared<VanillaOption>(
        ext::make_shared<PlainVanillaPayoff>(cell(RIGHT) > 0 ? Option::Call : Option::Put, cell(STRIKE)),
        ext::make_shared<AmericanExercise>(today, today + days));
    option->setPricingEngine(ext::make_shared<QdFpAmericanEngine>(process, scheme, equationNamed(argv[3])));
    quotes.push_back(spot);
    spots.push_back(cell(SPOT));
    book.push_back(option);
  }
  const Kernel kernel = {book.size(), pass, 1, book.size(), answers};
  return serve(&kernel);
}
