/*
 * A kernel that answers on its standard input, so that its timed slices can be interleaved with those of another process:
 *   time MS     passes over all items until MS milliseconds have gone by; the fastest pass, ns per item, wall and thread CPU
 *   values FILE one pass whose answers go to a column file
 * One JSON object on one line is the answer to each.
 */
#ifndef ALVH_SERVE_H
#define ALVH_SERVE_H

#include <string.h>
#include <time.h>

#include "columns.h"

typedef struct {
  /* What one pass works through: options, bars, fits. */
  size_t items;
  /* A pass must do the work afresh; `count` differs from pass to pass so that it can disturb its inputs. */
  void (*pass)(size_t count);
  size_t answer_columns;
  size_t answer_rows;
  /* Fills answer_columns x answer_rows doubles, from undisturbed inputs. */
  void (*answers)(double *cells);
} Kernel;

static double clock_ns(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static void serve_time(const Kernel *kernel, double milliseconds) {
  static size_t count = 0;
  const double began = clock_ns(CLOCK_MONOTONIC);
  double best_wall = 1e300, best_cpu = 1e300;
  size_t passes = 0;
  do {
    const double wall = clock_ns(CLOCK_MONOTONIC), cpu = clock_ns(CLOCK_THREAD_CPUTIME_ID);
    kernel->pass(++count);
    const double spent_cpu = clock_ns(CLOCK_THREAD_CPUTIME_ID) - cpu, spent_wall = clock_ns(CLOCK_MONOTONIC) - wall;
    if (spent_wall < best_wall) best_wall = spent_wall;
    if (spent_cpu < best_cpu) best_cpu = spent_cpu;
    passes++;
  } while (clock_ns(CLOCK_MONOTONIC) - began < milliseconds * 1e6);
  printf("{\"passes\":%zu,\"wall\":%.6g,\"cpu\":%.6g}\n", passes, best_wall / (double)kernel->items,
         best_cpu / (double)kernel->items);
}

static void serve_values(const Kernel *kernel, const char *path) {
  double *cells = (double *)calloc(kernel->answer_columns * kernel->answer_rows, sizeof(double));
  kernel->answers(cells);
  write_columns(path, cells, kernel->answer_columns, kernel->answer_rows);
  free(cells);
  printf("{\"rows\":%zu}\n", kernel->answer_rows);
}

static int serve(const Kernel *kernel) {
  char line[4096];
  while (fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    if (strncmp(line, "time ", 5) == 0)
      serve_time(kernel, atof(line + 5));
    else if (strncmp(line, "values ", 7) == 0)
      serve_values(kernel, line + 7);
    else
      printf("{\"error\":\"unknown request\"}\n");
    fflush(stdout);
  }
  return 0;
}

#endif
