// AnalyticEuropeanEngine on a live book: every option keeps its instrument, engine and quotes; each pass moves the spots,
// so each NPV and Greek is worked out again. `own` gives every option its own market, as in the book; `shared` puts all
// of them on the market of the first row, as one underlying would. Expiries are whole days: QuantLib counts in dates.
#include <ql/exercise.hpp>
#include <ql/instruments/vanillaoption.hpp>
#include <ql/pricingengines/vanilla/analyticeuropeanengine.hpp>
#include <ql/processes/blackscholesprocess.hpp>
#include <ql/quotes/simplequote.hpp>
#include <ql/settings.hpp>
#include <ql/termstructures/volatility/equityfx/blackconstantvol.hpp>
#include <ql/termstructures/yield/flatforward.hpp>
#include <ql/time/calendars/nullcalendar.hpp>
#include <ql/time/daycounters/actual365fixed.hpp>

#include <cmath>
#include <cstring>
#include <vector>

#include "serve.h"

using namespace QuantLib;

namespace {

enum { SPOT, STRIKE, RATE, YIELD, VOL, EXPIRY, RIGHT };

std::vector<ext::shared_ptr<SimpleQuote>> quotes;
std::vector<double> spots;
std::vector<ext::shared_ptr<VanillaOption>> book;
double sink = 0;

void quote(double scale) {
  for (std::size_t i = 0; i < quotes.size(); ++i) quotes[i]->setValue(spots[i] * scale);
}

void pass(std::size_t count) {
  quote(1 + 1e-4 * static_cast<double>(1 + count % 7));
  for (const auto& option : book)
    sink += option->NPV() + option->delta() + option->gamma() + option->vega() + option->theta() + option->rho();
}

void answers(double* cells) {
  quote(1);
  const std::size_t n = book.size();
  for (std::size_t i = 0; i < n; ++i) {
    const double row[] = {book[i]->NPV(),  book[i]->delta(), book[i]->gamma(),
                          book[i]->vega(), book[i]->theta(), book[i]->rho()};
    for (std::size_t c = 0; c < 6; ++c) cells[c * n + i] = row[c];
  }
}

ext::shared_ptr<PricingEngine> engineFor(const Columns& table, std::size_t row, const Date& today) {
  const Actual365Fixed dayCount;
  const auto cell = [&](std::size_t c) { return column(&table, c)[row]; };
  const auto spot = ext::make_shared<SimpleQuote>(cell(SPOT));
  quotes.push_back(spot);
  spots.push_back(cell(SPOT));
  const Handle<YieldTermStructure> rate(ext::make_shared<FlatForward>(today, cell(RATE), dayCount));
  const Handle<YieldTermStructure> yield(ext::make_shared<FlatForward>(today, cell(YIELD), dayCount));
  const Handle<BlackVolTermStructure> vol(
      ext::make_shared<BlackConstantVol>(today, NullCalendar(), cell(VOL), dayCount));
  return ext::make_shared<AnalyticEuropeanEngine>(
      ext::make_shared<BlackScholesMertonProcess>(Handle<Quote>(spot), yield, rate, vol));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const bool shared = std::strcmp(argv[2], "shared") == 0;
  const Columns table = read_columns(argv[1]);
  const Date today(15, May, 2026);
  Settings::instance().evaluationDate() = today;
  ext::shared_ptr<PricingEngine> engine;
  for (std::size_t i = 0; i < table.rows; ++i) {
    if (!shared || i == 0) engine = engineFor(table, i, today);
    const Option::Type type = column(&table, RIGHT)[i] > 0 ? Option::Call : Option::Put;
    const auto days = static_cast<Integer>(std::lround(column(&table, EXPIRY)[i] * 365));
    const auto option =
        ext::make_shared<VanillaOption>(ext::make_shared<PlainVanillaPayoff>(type, column(&table, STRIKE)[i]),
                                        ext::make_shared<EuropeanExercise>(today + days));
    option->setPricingEngine(engine);
    book.push_back(option);
  }
  const Kernel kernel = {book.size(), pass, 6, book.size(), answers};
  return serve(&kernel);
}
