// What the terminal module needs of C: a screen painted by ncurses, the tty's modes, signals, a crash guard.
// It includes no curses.h on purpose: that header's macros and globals cannot be used from Swift.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stddef.h>
#include <stdint.h>

// Screen: ncurses finds what changed and writes it to memory, never to the tty.

typedef struct cn_screen cn_screen;

// One cell; base 0 is the second half of a wide character, marks 0 means none.
typedef struct {
  uint32_t base;
  uint16_t style;
  uint16_t marks;
} cn_cell;

enum { cn_bold = 1, cn_dim = 2, cn_underline = 4, cn_reverse = 8, cn_italic = 16 };

// Colours as ncurses numbers them; -1 is the terminal's own.
typedef struct {
  int32_t foreground;
  int32_t background;
  uint32_t attributes;
} cn_style;

// Up to four combining characters, ended by 0.
typedef struct {
  uint32_t scalar[4];
} cn_marks;

// Sets the character type of the locale; returns whether it is UTF-8.
int cn_locale_is_utf8(void);
// Makes it UTF-8 whatever the environment says, for tests.
void cn_locale_set_utf8(void);

// Whether a terminal type can address the screen: 1 yes, 0 no, -1 no such type is known.
int cn_type_check(const char *type);

// NULL when the terminal type is unknown.
cn_screen *cn_screen_open(const char *type, int rows, int columns);
void cn_screen_free(cn_screen *screen);
void cn_screen_resize(cn_screen *screen, int rows, int columns);
// The next painting sends everything again.
void cn_screen_forget(cn_screen *screen);
// Puts the bytes that leave the screen behind those still to be taken.
void cn_screen_end(cn_screen *screen);
// A cursor row below 0 hides the cursor.
void cn_screen_paint(cn_screen *screen, const cn_cell *cells, int rows, int columns, const cn_style *styles,
                     int style_count, const cn_marks *marks, int cursor_row, int cursor_column);
// Bytes not taken yet, and taking them; cn_screen_take returns how many it gave.
size_t cn_screen_waiting(cn_screen *screen);
size_t cn_screen_take(cn_screen *screen, uint8_t *bytes, size_t room);
// The base characters of a row as ncurses holds it; second halves are left out.
int cn_screen_read(cn_screen *screen, int row, uint32_t *scalars, int room);
// A number and a string of the terminal's description; the string without padding, -1 when it has none.
int cn_screen_number(cn_screen *screen, const char *name);
int cn_screen_string(cn_screen *screen, const char *name, uint8_t *bytes, int room);

// The tty.

// Opens the terminal for ourselves alone: that of standard input, or the controlling one; -1 when none.
int cn_tty_open(void);
// Remembers the modes at the first call and switches to raw; 0 on success.
int cn_tty_raw(int fd);
void cn_tty_restore(int fd);
int cn_tty_size(int fd, int *rows, int *columns);
// The byte that the Backspace key sends.
int cn_tty_erase(int fd);

// From now on WINCH, TERM, HUP, INT, QUIT, CONT and TSTP are written to `fd`, one byte each: their numbers.
void cn_signals_on(int fd);
void cn_signals_off(void);
// Stops our process group as Ctrl-Z does; returns when we are continued.
void cn_stop(void);

// Keeps what is written to standard error off the screen, until it is shown; nothing when it is no tty.
void cn_stderr_hide(void);
void cn_stderr_show(void);

// Crash guard: while it is armed, a crash or exit() first leaves the screen and restores the modes.

// Sets the handlers; arming does so too where it was not done before.
void cn_guard_install(void);
void cn_guard_arm(int fd, const uint8_t *bytes, size_t count);
void cn_guard_disarm(void);

#endif
