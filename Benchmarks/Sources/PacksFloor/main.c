// The least that making workbooks with libxlsxwriter can cost: the calls of one workbook, read
// once, made again for every school. See Packs/CallScript.swift for the lines.
//
// PacksFloor COUNT SCRIPT FOLDER: wall and processor seconds, and the most memory used.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <xlsxwriter.h>

enum { MOST_FIELDS = 16, MOST_FORMATS = 200 };

typedef struct {
  char *fields[MOST_FIELDS];
} Call;

typedef struct {
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *formats[MOST_FORMATS], *marks[MOST_FORMATS];
  int format_count, mark_count;
} State;

static void unescape(char *text) {
  char *out = text;
  for (; *text; text++) {
    if (*text != '\\') { *out++ = *text; continue; }
    text++;
    *out++ = *text == 't' ? '\t' : *text == 'n' ? '\n' : *text;
  }
  *out = 0;
}

static int number(const Call *call, int field) { return atoi(call->fields[field]); }
static double real(const Call *call, int field) { return strtod(call->fields[field], NULL); }
static char *maybe(const Call *call, int field) {
  return *call->fields[field] ? call->fields[field] : NULL;
}

static void add_format(State *state, const Call *call) {
  lxw_format *format = workbook_add_format(state->workbook);
  format_set_font_name(format, call->fields[1]);
  format_set_font_size(format, real(call, 2));
  if (number(call, 3)) format_set_bold(format);
  if (number(call, 4)) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (number(call, 5) >= 0) format_set_font_color(format, (lxw_color_t)number(call, 5));
  if (number(call, 6) >= 0) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_fg_color(format, (lxw_color_t)number(call, 6));
  }
  if (number(call, 7) >= 0) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, (lxw_color_t)number(call, 7));
  }
  if (*call->fields[8]) format_set_num_format(format, call->fields[8]);
  if (number(call, 9)) format_set_text_wrap(format);
  if (!number(call, 10)) format_set_unlocked(format);
  if (number(call, 11)) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  state->formats[state->format_count++] = format;
}

static void add_mark(State *state, const Call *call) {
  lxw_format *format = workbook_add_format(state->workbook);
  if (number(call, 1) >= 0) format_set_bg_color(format, (lxw_color_t)number(call, 1));
  if (number(call, 2)) format_set_bold(format);
  state->marks[state->mark_count++] = format;
}

static void add_rule(State *state, const Call *call) {
  lxw_data_validation rule = {0};
  const char *kind = call->fields[2];
  unsigned row, last_row, column, last_column;
  sscanf(call->fields[1], "%u %u %u %u", &row, &column, &last_row, &last_column);
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  if (!strcmp(kind, "list")) {
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = call->fields[3];
  } else if (!strcmp(kind, "custom")) {
    rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    rule.value_formula = call->fields[3];
  } else if (!strcmp(kind, "length")) {
    rule.validate = LXW_VALIDATION_TYPE_LENGTH;
    rule.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
    rule.value_number = real(call, 3);
  } else if (!strcmp(kind, "any")) {
    rule.validate = LXW_VALIDATION_TYPE_ANY;
  } else if (!strcmp(kind, "bounds")) {
    rule.validate = LXW_VALIDATION_TYPE_DECIMAL_FORMULA;
    rule.minimum_formula = call->fields[3];
    rule.maximum_formula = call->fields[4];
  } else {
    rule.validate = !strcmp(kind, "whole")  ? LXW_VALIDATION_TYPE_INTEGER
                    : !strcmp(kind, "date") ? LXW_VALIDATION_TYPE_DATE_NUMBER
                                            : LXW_VALIDATION_TYPE_DECIMAL;
    rule.minimum_number = real(call, 3);
    rule.maximum_number = real(call, 4);
  }
  rule.input_title = maybe(call, 5), rule.input_message = maybe(call, 6);
  rule.error_title = maybe(call, 7), rule.error_message = maybe(call, 8);
  worksheet_data_validation_range(state->sheet, row, (lxw_col_t)column, last_row,
                                  (lxw_col_t)last_column, &rule);
}

static void add_highlight(State *state, const Call *call) {
  lxw_conditional_format format = {0};
  unsigned row, last_row, column, last_column;
  sscanf(call->fields[1], "%u %u %u %u", &row, &column, &last_row, &last_column);
  format.type = LXW_CONDITIONAL_TYPE_FORMULA;
  format.value_string = call->fields[3];
  format.format = state->marks[number(call, 2)];
  worksheet_conditional_format_range(state->sheet, row, (lxw_col_t)column, last_row,
                                     (lxw_col_t)last_column, &format);
}

static void add_sheet(State *state, const Call *call) {
  state->sheet = workbook_add_worksheet(state->workbook, call->fields[1]);
  if (number(call, 2)) worksheet_hide(state->sheet);
  if (number(call, 3)) worksheet_activate(state->sheet);
}

static void set_page(State *state, const Call *call) {
  worksheet_set_paper(state->sheet, (uint8_t)number(call, 1));
  if (number(call, 2)) worksheet_set_landscape(state->sheet);
  worksheet_fit_to_pages(state->sheet, (uint16_t)number(call, 3), (uint16_t)number(call, 4));
  if (number(call, 5)) {
    lxw_row_t row = (lxw_row_t)number(call, 5) - 1;
    worksheet_repeat_rows(state->sheet, row, row);
  }
  worksheet_set_margins(state->sheet, 0.6, 0.6, 0.7, 0.7);
}

static void set_title(State *state, const Call *call) {
  lxw_doc_properties properties = {0};
  properties.title = call->fields[1];
  properties.subject = call->fields[2];
  properties.author = call->fields[3];
  properties.created = 1767225600;
  workbook_set_properties(state->workbook, &properties);
}

static void make(State *state, const Call *call) {
  const char *what = call->fields[0];
  lxw_row_t row = call->fields[1] ? (lxw_row_t)number(call, 1) : 0;
  lxw_col_t column = call->fields[2] ? (lxw_col_t)number(call, 2) : 0;
  lxw_format *format =
      call->fields[3] && number(call, 3) < MOST_FORMATS && number(call, 3) >= 0
          ? state->formats[number(call, 3)]
          : NULL;
  if (!strcmp(what, "blank")) worksheet_write_blank(state->sheet, row, column, format);
  else if (!strcmp(what, "number"))
    worksheet_write_number(state->sheet, row, column, real(call, 4), format);
  else if (!strcmp(what, "text"))
    worksheet_write_string(state->sheet, row, column, call->fields[4], format);
  else if (!strcmp(what, "formulatext"))
    worksheet_write_formula_str(state->sheet, row, column, call->fields[4], format,
                                call->fields[5]);
  else if (!strcmp(what, "formula"))
    worksheet_write_formula_num(state->sheet, row, column, call->fields[4], format,
                                real(call, 5));
  else if (!strcmp(what, "link"))
    worksheet_write_url_opt(state->sheet, row, column, call->fields[4], format, call->fields[5],
                            NULL);
  else if (!strcmp(what, "format")) add_format(state, call);
  else if (!strcmp(what, "mark")) add_mark(state, call);
  else if (!strcmp(what, "rule")) add_rule(state, call);
  else if (!strcmp(what, "highlight")) add_highlight(state, call);
  else if (!strcmp(what, "sheet")) add_sheet(state, call);
  else if (!strcmp(what, "height")) worksheet_set_default_row(state->sheet, real(call, 1), 0);
  else if (!strcmp(what, "column"))
    worksheet_set_column(state->sheet, (lxw_col_t)row, (lxw_col_t)row, real(call, 2), NULL);
  else if (!strcmp(what, "row")) worksheet_set_row(state->sheet, row, real(call, 2), NULL);
  else if (!strcmp(what, "freeze")) worksheet_freeze_panes(state->sheet, row, column);
  else if (!strcmp(what, "page")) set_page(state, call);
  else if (!strcmp(what, "protect")) worksheet_protect(state->sheet, NULL, NULL);
  else if (!strcmp(what, "title")) set_title(state, call);
  else if (!strcmp(what, "property"))
    workbook_set_custom_property_string(state->workbook, call->fields[1], call->fields[2]);
  else if (!strcmp(what, "name"))
    workbook_define_name(state->workbook, call->fields[1], call->fields[2]);
  else
    fprintf(stderr, "what is %s?\n", what), exit(1);
}

static size_t read_script(const char *path, Call **calls) {
  static char line[65536];
  size_t count = 0, room = 0;
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = 0;
    if (count == room) *calls = realloc(*calls, (room = room ? 2 * room : 1024) * sizeof(Call));
    Call *call = &(*calls)[count++];
    memset(call, 0, sizeof *call);
    char *rest = strdup(line), *field;
    for (int place = 0; place < MOST_FIELDS && (field = strsep(&rest, "\t")); place++) {
      unescape(field);
      call->fields[place] = field;
    }
  }
  fclose(file);
  return count;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  Call *calls = NULL;
  size_t call_count = read_script(arguments[2], &calls);
  if (!call_count) return 1;
  double begin = now();
  for (int school = 1; school <= atoi(arguments[1]); school++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%d.xlsx", arguments[3], school);
    State state = {.workbook = workbook_new(path)};
    for (size_t place = 0; place < call_count; place++) make(&state, &calls[place]);
    if (workbook_close(state.workbook) != LXW_NO_ERROR) return 1;
  }
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  printf("wall=%.6f cpu=%.6f rssKB=%ld\n", now() - begin,
         (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
             + (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e-6,
         used.ru_maxrss);
  return 0;
}
