// Leaves the screen when the program crashes or exits, then lets the earlier handlers do their work.
#define _GNU_SOURCE 1
#include "cncurses.h"

#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

static const int fatal[] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };
static struct sigaction before[fatal_count];
static uint8_t leaving[512];
static size_t leaving_count;
static volatile sig_atomic_t guarded_fd = -1;
static int is_installed;

// Only calls that are safe in a signal handler.
static void leave(void) {
  int fd = guarded_fd;
  if (fd < 0) return;
  guarded_fd = -1;
  for (size_t at = 0; at < leaving_count;) {
    struct pollfd wait = {.fd = fd, .events = POLLOUT};
    if (poll(&wait, 1, 200) <= 0) break;
    ssize_t count = write(fd, leaving + at, leaving_count - at);
    if (count <= 0) break;
    at += (size_t)count;
  }
  if (cn_has_saved_modes) tcsetattr(fd, TCSANOW, &cn_saved_modes);
  cn_stderr_show();
}

static void crashed(int number, siginfo_t *info, void *context) {
  leave();
  for (int i = 0; i < fatal_count; i++) {
    if (fatal[i] != number) continue;
    sigaction(number, &before[i], NULL);
    // Called rather than raised, so that a backtrace begins at the fault and not here.
    if ((before[i].sa_flags & SA_SIGINFO) && before[i].sa_sigaction) {
      before[i].sa_sigaction(number, info, context);
      return;
    }
  }
  // A real fault happens again at once and finds the earlier handler.
  if (info->si_code > 0 && number != SIGTRAP) return;
  raise(number);
}

void cn_guard_install(void) {
  if (is_installed) return;
  is_installed = 1;
  atexit(leave);
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) {
    // Kept for the life of the process: a stack overflow can come at any time.
    stack_t own = {.ss_sp = malloc(65536), .ss_size = 65536};
    if (own.ss_sp) sigaltstack(&own, NULL);
  }
  struct sigaction action = {.sa_sigaction = crashed, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &before[i]);
}

void cn_guard_arm(int fd, const uint8_t *bytes, size_t count) {
  cn_guard_install();
  // A crash in between must not send half of the old bytes and half of the new.
  guarded_fd = -1;
  atomic_signal_fence(memory_order_seq_cst);
  leaving_count = count < sizeof leaving ? count : sizeof leaving;
  memcpy(leaving, bytes, leaving_count);
  atomic_signal_fence(memory_order_seq_cst);
  guarded_fd = fd;
}

void cn_guard_disarm(void) { guarded_fd = -1; }
