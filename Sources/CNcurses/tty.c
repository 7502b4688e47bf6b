// The tty's modes, the signals that concern it, and standard error while the screen is ours.
#define _GNU_SOURCE 1
#include "cncurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

int cn_tty_open(void) {
  // Opened anew, so that not blocking on it does not reach the shell we share the old one with.
  int flags = O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK;
  char name[256];
  if (isatty(0) && ttyname_r(0, name, sizeof name) == 0) {
    int fd = open(name, flags);
    if (fd >= 0) return fd;
  }
  return open("/dev/tty", flags);
}

struct termios cn_saved_modes;
volatile sig_atomic_t cn_has_saved_modes;

int cn_tty_raw(int fd) {
  struct termios modes;
  if (tcgetattr(fd, &modes) != 0) return -1;
  // On the way back from a stop these are the shell's: the same, or what the user has set since.
  if (!cn_has_saved_modes || (modes.c_lflag & ICANON)) cn_saved_modes = modes;
  cn_has_saved_modes = 1;
  cfmakeraw(&modes);
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  int result;
  do result = tcsetattr(fd, TCSANOW, &modes);
  while (result != 0 && errno == EINTR);
  return result;
}

void cn_tty_restore(int fd) {
  if (cn_has_saved_modes) tcsetattr(fd, TCSANOW, &cn_saved_modes);
}

int cn_tty_size(int fd, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

int cn_tty_erase(int fd) {
  struct termios modes;
  return tcgetattr(fd, &modes) == 0 ? modes.c_cc[VERASE] : 0x7F;
}

static const int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
enum { watched_count = sizeof watched / sizeof watched[0] };
static struct sigaction before[watched_count];
static volatile sig_atomic_t signal_fd = -1;

static void note(int number) {
  int saved = errno;
  uint8_t byte = (uint8_t)number;
  // A full pipe already wakes the reader; there is nothing more to say.
  if (signal_fd >= 0 && write(signal_fd, &byte, 1) < 0) {}
  errno = saved;
}

static void watch(int i) {
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  struct sigaction old;
  sigaction(watched[i], NULL, &old);
  // nohup and the like: what our parent chose to ignore stays ignored.
  if (old.sa_handler == SIG_IGN && watched[i] != SIGTSTP) return;
  sigaction(watched[i], &action, NULL);
}

// Plain handlers rather than a signal descriptor: that needs the signals blocked in every thread and in
// every child, and ncurses drops a blocked SIGTSTP while it paints.
void cn_signals_on(int fd) {
  signal_fd = fd;
  for (int i = 0; i < watched_count; i++) {
    sigaction(watched[i], NULL, &before[i]);
    watch(i);
  }
}

void cn_signals_off(void) {
  if (signal_fd < 0) return;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &before[i], NULL);
  signal_fd = -1;
}

void cn_stop(void) {
  struct sigaction stop = {.sa_handler = SIG_DFL};
  struct sigaction ours;
  sigaction(SIGTSTP, &stop, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

static volatile sig_atomic_t real_stderr = -1;
static volatile sig_atomic_t hidden_stderr = -1;

void cn_stderr_hide(void) {
  if (real_stderr >= 0 || !isatty(2)) return;
  int file = memfd_create("stderr", MFD_CLOEXEC);
  int copy = fcntl(2, F_DUPFD_CLOEXEC, 3);
  if (file < 0 || copy < 0 || dup2(file, 2) < 0) {
    if (file >= 0) close(file);
    if (copy >= 0) close(copy);
    return;
  }
  hidden_stderr = file;
  real_stderr = copy;
}

// Called by the crash handler too: only calls that are safe in a signal handler.
void cn_stderr_show(void) {
  if (real_stderr < 0) return;
  int copy = real_stderr;
  int file = hidden_stderr;
  real_stderr = hidden_stderr = -1;
  dup2(copy, 2);
  char bytes[1024];
  ssize_t count;
  for (off_t at = 0; (count = pread(file, bytes, sizeof bytes, at)) > 0; at += count) {
    if (write(2, bytes, (size_t)count) < 0) break;
  }
  close(copy);
  close(file);
}
