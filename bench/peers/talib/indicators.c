/*
 * TA-Lib on the columns high, low and close of a file, one indicator per run: RSI 14, EMA 20, MACD 12/26/9, ATR 14,
 * Bollinger 20/2 or STDDEV 20, each in TA-Lib's default (not Metastock) compatibility with no unstable period.
 * Answers: the outputs as columns in bar order, NaN before the first.
 */
#include <math.h>
#include <string.h>

#include "serve.h"
#include "ta_libc.h"

enum { HIGH, LOW, CLOSE };
enum { OUTPUTS = 3 };

static Columns bars;
static const char *indicator;
static double *out[OUTPUTS];
static int first, count;

static size_t outputs(void) { return strcmp(indicator, "macd") == 0 || strcmp(indicator, "bollinger") == 0 ? 3 : 1; }

static void pass(size_t unused) {
  const int end = (int)bars.rows - 1;
  const double *high = column(&bars, HIGH), *low = column(&bars, LOW), *close = column(&bars, CLOSE);
  TA_RetCode code = TA_BAD_PARAM;
  (void)unused;
  if (strcmp(indicator, "rsi") == 0)
    code = TA_RSI(0, end, close, 14, &first, &count, out[0]);
  else if (strcmp(indicator, "ema") == 0)
    code = TA_EMA(0, end, close, 20, &first, &count, out[0]);
  else if (strcmp(indicator, "macd") == 0)
    code = TA_MACD(0, end, close, 12, 26, 9, &first, &count, out[0], out[1], out[2]);
  else if (strcmp(indicator, "atr") == 0)
    code = TA_ATR(0, end, high, low, close, 14, &first, &count, out[0]);
  else if (strcmp(indicator, "bollinger") == 0)
    code = TA_BBANDS(0, end, close, 20, 2, 2, TA_MAType_SMA, &first, &count, out[0], out[1], out[2]);
  else if (strcmp(indicator, "stddev") == 0)
    code = TA_STDDEV(0, end, close, 20, 1, &first, &count, out[0]);
  if (code != TA_SUCCESS) {
    fprintf(stderr, "%s: TA_RetCode %d\n", indicator, (int)code);
    exit(2);
  }
}

static void answers(double *cells) {
  const size_t n = bars.rows;
  pass(0);
  for (size_t c = 0; c < outputs(); c++) {
    for (size_t i = 0; i < n; i++) cells[c * n + i] = NAN;
    memcpy(cells + c * n + (size_t)first, out[c], sizeof(double) * (size_t)count);
  }
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  bars = read_columns(argv[1]);
  indicator = argv[2];
  if (TA_Initialize() != TA_SUCCESS) return 2;
  for (int c = 0; c < OUTPUTS; c++) out[c] = (double *)malloc(sizeof(double) * bars.rows);
  const Kernel kernel = {bars.rows, pass, outputs(), bars.rows, answers};
  return serve(&kernel);
}
