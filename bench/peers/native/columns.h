/* A column file: the number of columns and of rows, then the columns one after another, all little-endian doubles. */
#ifndef ALVH_COLUMNS_H
#define ALVH_COLUMNS_H

#include <stdio.h>
#include <stdlib.h>

typedef struct {
  size_t columns;
  size_t rows;
  double *cells;
} Columns;

static void columns_fail(const char *path, const char *why) {
  fprintf(stderr, "%s: %s\n", path, why);
  exit(2);
}

static Columns read_columns(const char *path) {
  double head[2];
  Columns table;
  FILE *file = fopen(path, "rb");
  if (file == NULL) columns_fail(path, "cannot be opened");
  if (fread(head, sizeof(double), 2, file) != 2) columns_fail(path, "has no header");
  table.columns = (size_t)head[0];
  table.rows = (size_t)head[1];
  table.cells = (double *)malloc(sizeof(double) * table.columns * table.rows);
  if (table.cells == NULL) columns_fail(path, "does not fit in memory");
  if (fread(table.cells, sizeof(double), table.columns * table.rows, file) != table.columns * table.rows)
    columns_fail(path, "is shorter than its header says");
  fclose(file);
  return table;
}

static const double *column(const Columns *table, size_t index) {
  if (index >= table->columns) {
    fprintf(stderr, "column %zu asked for, the file has %zu\n", index, table->columns);
    exit(2);
  }
  return table->cells + index * table->rows;
}

static void write_columns(const char *path, const double *cells, size_t columns, size_t rows) {
  const double head[2] = {(double)columns, (double)rows};
  FILE *file = fopen(path, "wb");
  if (file == NULL) columns_fail(path, "cannot be written");
  if (fwrite(head, sizeof(double), 2, file) != 2 || fwrite(cells, sizeof(double), columns * rows, file) != columns * rows)
    columns_fail(path, "could not be written whole");
  fclose(file);
}

#endif
