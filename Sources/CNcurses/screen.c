// ncurses as a renderer: cells in, the bytes that change the screen out, through a file in memory.
#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "cncurses.h"

#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

// From term.h, which cannot be included: it defines lower-case macros such as `columns`.
typedef struct term TERMINAL;
extern int setupterm(const char *name, int fd, int *result);
extern TERMINAL *set_curterm(TERMINAL *terminal);
extern int del_curterm(TERMINAL *terminal);
extern int tigetnum(const char *name);
extern char *tigetstr(const char *name);

struct cn_screen {
  SCREEN *screen;
  FILE *out;
  FILE *in;
  int file;
  int has_colors;
  cchar_t *row;
  int row_room;
  // What was painted last, so that only rows that differ are handed to ncurses; no rows when that is unknown.
  cn_cell *cells;
  cn_style *styles;
  int rows;
  int columns;
};

// The handlers of ncurses would end or redraw the program on their own.
static const int taken[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};

// newterm() cannot tell these apart.
int cn_type_check(const char *type) {
  int result = 0;
  TERMINAL *before = set_curterm(NULL);
  setupterm(type, 1, &result);
  const char *address = result == 1 ? tigetstr("cup") : NULL;
  int answer = result < 1 ? -1 : address && address != (const char *)-1;
  TERMINAL *own = set_curterm(before);
  if (own) del_curterm(own);
  return answer;
}

cn_screen *cn_screen_open(const char *type, int rows, int columns) {
  cn_screen *screen = calloc(1, sizeof *screen);
  if (!screen) return NULL;
  screen->file = memfd_create("screen", MFD_CLOEXEC);
  screen->out = screen->file >= 0 ? fdopen(screen->file, "w+") : NULL;
  screen->in = fopen("/dev/null", "re");
  struct sigaction saved[4];
  for (int i = 0; i < 4; i++) sigaction(taken[i], NULL, &saved[i]);
  use_env(FALSE);
  if (screen->out && screen->in) screen->screen = newterm(type, screen->out, screen->in);
  for (int i = 0; i < 4; i++) sigaction(taken[i], &saved[i], NULL);
  if (!screen->screen) {
    cn_screen_free(screen);
    return NULL;
  }
  set_term(screen->screen);
  if (has_colors()) {
    start_color();
    screen->has_colors = use_default_colors() == OK;
  }
  resizeterm(rows, columns);
  return screen;
}

void cn_screen_free(cn_screen *screen) {
  if (screen->screen) {
    set_term(screen->screen);
    endwin();
    delscreen(screen->screen);
  }
  if (screen->out) fclose(screen->out);
  else if (screen->file >= 0) close(screen->file);
  if (screen->in) fclose(screen->in);
  free(screen->row);
  free(screen->cells);
  free(screen->styles);
  free(screen);
}

void cn_screen_resize(cn_screen *screen, int rows, int columns) {
  set_term(screen->screen);
  resizeterm(rows, columns);
  screen->rows = 0;
}

void cn_screen_forget(cn_screen *screen) {
  set_term(screen->screen);
  clearok(curscr, TRUE);
}

void cn_screen_end(cn_screen *screen) {
  set_term(screen->screen);
  endwin();
  fflush(screen->out);
}

static attr_t attributes_of(uint32_t bits) {
  attr_t attributes = A_NORMAL;
  if (bits & cn_bold) attributes |= A_BOLD;
  if (bits & cn_dim) attributes |= A_DIM;
  if (bits & cn_underline) attributes |= A_UNDERLINE;
  if (bits & cn_reverse) attributes |= A_REVERSE;
  if (bits & cn_italic) attributes |= A_ITALIC;
  return attributes;
}

static cchar_t look_of(const cn_screen *screen, const cn_style *style) {
  cchar_t look;
  memset(&look, 0, sizeof look);
  int pair = 0;
  if (screen->has_colors && (style->foreground >= 0 || style->background >= 0)) {
    pair = alloc_pair(style->foreground, style->background);
    if (pair < 0) pair = 0;
  }
  // The pair stands in two places; the bits beside the attributes hold only 255.
  look.attr = attributes_of(style->attributes) | (attr_t)COLOR_PAIR(pair < 255 ? pair : 255);
  look.ext_color = pair;
  return look;
}

// A base that this C library draws with another width than counted would shift the rest of its row.
static uint32_t fitting(uint32_t base, int width) {
  if (base < 0x300) return base;
  if (wcwidth((wchar_t)base) == width) return base;
  return width == 1 ? 0xFFFD : ' ';
}

static int row_of(cchar_t *row, const cn_cell *cells, int columns, const cchar_t *looks, const cn_marks *marks) {
  int count = 0;
  for (int column = 0; column < columns; column++) {
    const cn_cell *cell = &cells[column];
    if (cell->base == 0) continue;
    int is_wide = column + 1 < columns && cells[column + 1].base == 0;
    cchar_t *out = &row[count++];
    *out = looks[cell->style];
    out->chars[0] = (wchar_t)fitting(cell->base, is_wide ? 2 : 1);
    if (cell->marks) {
      int mark = 0;
      for (; mark < 4 && marks[cell->marks].scalar[mark]; mark++) {
        wchar_t scalar = (wchar_t)marks[cell->marks].scalar[mark];
        if (wcwidth(scalar) != 0) break;
        out->chars[mark + 1] = scalar;
      }
    }
    if (is_wide && out->chars[0] == ' ') {
      row[count] = looks[cell->style];
      row[count++].chars[0] = ' ';
    }
  }
  return count;
}

// Whether a row looks as it did; combining characters are not compared, since their numbers change.
static int is_same(const cn_screen *screen, int row, const cn_cell *cells, const cn_style *styles) {
  if (row >= screen->rows) return 0;
  const cn_cell *old = &screen->cells[(size_t)row * screen->columns];
  int same = -1, as = -1;
  for (int column = 0; column < screen->columns; column++) {
    const cn_cell *cell = &cells[column], *before = &old[column];
    if (cell->base != before->base || cell->marks || before->marks) return 0;
    // Neighbours mostly share their style.
    if (cell->style == same && before->style == as) continue;
    if (memcmp(&styles[cell->style], &screen->styles[before->style], sizeof *styles) != 0) return 0;
    same = cell->style;
    as = before->style;
  }
  return 1;
}

static void *copy_of(const void *bytes, size_t count) {
  void *copy = malloc(count);
  return copy ? memcpy(copy, bytes, count) : NULL;
}

static void remember(cn_screen *screen, const cn_cell *cells, int rows, int columns, const cn_style *styles,
                     int style_count) {
  free(screen->cells);
  free(screen->styles);
  screen->cells = copy_of(cells, (size_t)rows * columns * sizeof *cells);
  screen->styles = copy_of(styles, (size_t)style_count * sizeof *styles);
  screen->rows = screen->cells && screen->styles ? rows : 0;
  screen->columns = columns;
}

void cn_screen_paint(cn_screen *screen, const cn_cell *cells, int rows, int columns, const cn_style *styles,
                     int style_count, const cn_marks *marks, int cursor_row, int cursor_column) {
  set_term(screen->screen);
  if (screen->row_room < columns + 1) {
    free(screen->row);
    screen->row_room = columns + 1;
    screen->row = calloc((size_t)screen->row_room, sizeof *screen->row);
  }
  cchar_t *looks = calloc((size_t)style_count, sizeof *looks);
  if (!looks || !screen->row) {
    free(looks);
    screen->row_room = 0;
    return;
  }
  for (int i = 0; i < style_count; i++) looks[i] = look_of(screen, &styles[i]);
  int shown_rows = rows < getmaxy(stdscr) ? rows : getmaxy(stdscr);
  int is_smaller = rows < getmaxy(stdscr) || columns < getmaxx(stdscr);
  if (is_smaller) werase(stdscr);
  if (is_smaller || columns != screen->columns) screen->rows = 0;
  for (int row = 0; row < shown_rows; row++) {
    const cn_cell *own = &cells[(size_t)row * columns];
    if (is_same(screen, row, own, styles)) continue;
    mvwadd_wchnstr(stdscr, row, 0, screen->row, row_of(screen->row, own, columns, looks, marks));
  }
  free(looks);
  remember(screen, cells, rows, columns, styles, style_count);
  if (cursor_row >= 0) wmove(stdscr, cursor_row, cursor_column);
  curs_set(cursor_row >= 0 ? 1 : 0);
  leaveok(stdscr, cursor_row < 0);
  wnoutrefresh(stdscr);
  doupdate();
}

size_t cn_screen_waiting(cn_screen *screen) {
  off_t end = lseek(screen->file, 0, SEEK_CUR);
  return end > 0 ? (size_t)end : 0;
}

size_t cn_screen_take(cn_screen *screen, uint8_t *bytes, size_t room) {
  size_t waiting = cn_screen_waiting(screen);
  ssize_t count = pread(screen->file, bytes, waiting < room ? waiting : room, 0);
  if (ftruncate(screen->file, 0) == 0) lseek(screen->file, 0, SEEK_SET);
  return count > 0 ? (size_t)count : 0;
}

int cn_screen_read(cn_screen *screen, int row, uint32_t *scalars, int room) {
  set_term(screen->screen);
  int count = 0;
  for (int column = 0; column < getmaxx(stdscr) && count + CCHARW_MAX < room; column++) {
    cchar_t cell;
    wchar_t text[CCHARW_MAX + 1] = {0};
    attr_t attributes;
    short pair;
    if (mvwin_wch(stdscr, row, column, &cell) != OK) break;
    if (getcchar(&cell, text, &attributes, &pair, NULL) != OK) continue;
    for (int i = 0; i < CCHARW_MAX && text[i]; i++) scalars[count++] = (uint32_t)text[i];
    if (wcwidth(text[0]) == 2) column++;
  }
  return count;
}

int cn_screen_number(cn_screen *screen, const char *name) {
  set_term(screen->screen);
  return tigetnum(name);
}

int cn_screen_string(cn_screen *screen, const char *name, uint8_t *bytes, int room) {
  set_term(screen->screen);
  const char *text = tigetstr(name);
  if (!text || text == (const char *)-1) return -1;
  int count = 0;
  while (*text && count < room) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) {
      text = end + 1;
      continue;
    }
    bytes[count++] = (uint8_t)*text++;
  }
  return count;
}
