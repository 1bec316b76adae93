// What copying a workbook entry by entry with libzip costs, nothing inflated: the least that any
// edit of it through libzip can cost.
//
// RawCopy FROM TO TIMES: wall and processor seconds for one.
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <zip.h>

static int copy(const char *from, const char *to) {
  int error = 0;
  zip_t *source = zip_open(from, ZIP_RDONLY, &error);
  zip_t *target = source ? zip_open(to, ZIP_CREATE | ZIP_TRUNCATE, &error) : NULL;
  if (!target) return 0;
  zip_int64_t count = zip_get_num_entries(source, 0);
  for (zip_int64_t index = 0; index < count; index++) {
    zip_source_t *entry =
        zip_source_zip(target, source, (zip_uint64_t)index, ZIP_FL_COMPRESSED, 0, -1);
    if (!entry || zip_file_add(target, zip_get_name(source, (zip_uint64_t)index, 0), entry, 0) < 0)
      return 0;
  }
  return zip_close(target) == 0 && zip_close(source) == 0;
}

static double wall(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double used(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int main(int count, char **arguments) {
  int times = count == 4 ? atoi(arguments[3]) : 0;
  if (times <= 0) {
    fputs("usage: RawCopy FROM TO TIMES\n", stderr);
    return 2;
  }
  double start = wall(), before = used();
  for (int turn = 0; turn < times; turn++) {
    unlink(arguments[2]);
    if (!copy(arguments[1], arguments[2])) {
      fprintf(stderr, "%s could not be copied\n", arguments[1]);
      return 1;
    }
  }
  printf("wall=%f cpu=%f\n", (wall() - start) / times, (used() - before) / times);
  return 0;
}
