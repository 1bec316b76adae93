// The least that reading workbooks with libzip and expat can cost: every part that a reader must
// look at is inflated and parsed, and nothing is made of it.
//
// Floor FILE...: wall and processor seconds, and the most memory used.
#include <expat.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <zip.h>

static void start(void *context, const XML_Char *name, const XML_Char **attributes) {
  (void)context, (void)name, (void)attributes;
}

static void end(void *context, const XML_Char *name) { (void)context, (void)name; }

static void text(void *context, const XML_Char *piece, int count) {
  (void)context, (void)piece, (void)count;
}

static int ends(const char *name, const char *ending) {
  size_t length = strlen(name), ending_length = strlen(ending);
  return length >= ending_length && strcmp(name + length - ending_length, ending) == 0;
}

// Content types, relationships, and everything under xl/ but its looks.
static int is_read(const char *name) {
  static const char *const left_out[] = {"theme/", "drawings/", "media/", "docProps/"};
  for (size_t place = 0; place < sizeof left_out / sizeof *left_out; place++)
    if (strstr(name, left_out[place])) return 0;
  return ends(name, ".xml") || ends(name, ".rels");
}

static int parse(zip_t *archive, zip_uint64_t index) {
  static char buffer[65536];
  zip_file_t *file = zip_fopen_index(archive, index, 0);
  if (!file) return 0;
  XML_Parser parser = XML_ParserCreate(NULL);
  XML_SetElementHandler(parser, start, end);
  XML_SetCharacterDataHandler(parser, text);
  int is_good = 1;
  zip_int64_t count;
  while (is_good && (count = zip_fread(file, buffer, sizeof buffer)) > 0)
    is_good = XML_Parse(parser, buffer, (int)count, 0) == XML_STATUS_OK;
  is_good = is_good && count == 0 && XML_Parse(parser, buffer, 0, 1) == XML_STATUS_OK;
  XML_ParserFree(parser);
  zip_fclose(file);
  return is_good;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

int main(int count, char **arguments) {
  double begin = now();
  for (int place = 1; place < count; place++) {
    int error;
    zip_t *archive = zip_open(arguments[place], ZIP_RDONLY, &error);
    if (!archive) return 1;
    zip_int64_t entries = zip_get_num_entries(archive, 0);
    for (zip_int64_t entry = 0; entry < entries; entry++) {
      const char *name = zip_get_name(archive, (zip_uint64_t)entry, 0);
      if (name && is_read(name) && !parse(archive, (zip_uint64_t)entry)) return 1;
    }
    zip_discard(archive);
  }
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  printf("wall=%.6f cpu=%.6f rssKB=%ld cells=0\n", now() - begin,
         (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
             + (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e-6,
         used.ru_maxrss);
  return 0;
}
