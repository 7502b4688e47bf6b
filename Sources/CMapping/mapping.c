// Maps parts of files, and puts zeros in place of pages that cannot be read, which would end the program.
#define _GNU_SOURCE 1
#include "CMapping.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

struct cm_part {
  uintptr_t start;
  size_t count;
  atomic_int is_lost;
  // The handler walks these links without a lock while others change them.
  _Atomic(cm_part *) next;
  _Atomic(cm_part *) *place;
};

static _Atomic(cm_part *) parts;
static atomic_int walkers;
static atomic_size_t losses;
static pthread_mutex_t changing = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct sigaction before;
static uintptr_t page = 4096;

// Puts zeros from the page of an address to the end of its part; 0 where the address is in no part.
static int replace(uintptr_t address) {
  int is_done = 0;
  atomic_fetch_add(&walkers, 1);
  for (cm_part *part = atomic_load(&parts); part; part = atomic_load(&part->next)) {
    if (address - part->start >= part->count) continue;
    // Told first: whoever reads zeros and then asks must not hear that all is well.
    atomic_store(&part->is_lost, 1);
    atomic_fetch_add(&losses, 1);
    // All pages to the end at once: a file mostly loses its end, and each fault costs a walk.
    uintptr_t from = address & ~(page - 1);
    is_done = mmap((void *)from, part->start + part->count - from, PROT_READ,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0) != MAP_FAILED;
    break;
  }
  atomic_fetch_sub(&walkers, 1);
  return is_done;
}

// Only calls that are safe in a signal handler; several threads may be in it at once.
static void faulted(int number, siginfo_t *info, void *context) {
  int saved = errno;
  if (info->si_code == BUS_ADRERR && replace((uintptr_t)info->si_addr)) {
    errno = saved;
    return;
  }
  errno = saved;
  if (before.sa_flags & SA_SIGINFO) {
    before.sa_sigaction(number, info, context);
  } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
    before.sa_handler(number);
  } else if (info->si_code > 0 || before.sa_handler == SIG_DFL) {
    sigaction(SIGBUS, &before, NULL);
    // A real fault happens again at once and ends the program.
    if (info->si_code <= 0) raise(number);
  }
}

static void install(void) {
  page = (uintptr_t)sysconf(_SC_PAGESIZE);
  // Known before the handler can need it.
  sigaction(SIGBUS, NULL, &before);
  struct sigaction action = {.sa_sigaction = faulted, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, NULL);
}

cm_part *cm_map(int file, size_t offset, size_t count) {
  pthread_once(&once, install);
  cm_part *part = malloc(sizeof *part);
  if (!part) return NULL;
  void *start = mmap(NULL, count, PROT_READ, MAP_SHARED, file, (off_t)offset);
  if (start == MAP_FAILED) {
    free(part);
    return NULL;
  }
  part->start = (uintptr_t)start;
  // The rest of the last page can be read as well.
  part->count = (count + page - 1) & ~(page - 1);
  atomic_init(&part->is_lost, 0);
  pthread_mutex_lock(&changing);
  cm_part *first = atomic_load(&parts);
  atomic_init(&part->next, first);
  part->place = &parts;
  if (first) first->place = &part->next;
  atomic_store(&parts, part);
  pthread_mutex_unlock(&changing);
  return part;
}

const void *cm_start(const cm_part *part) { return (const void *)part->start; }

void cm_let_go(const cm_part *part) { madvise((void *)part->start, part->count, MADV_DONTNEED); }

void cm_unmap(cm_part *part) {
  pthread_mutex_lock(&changing);
  cm_part *next = atomic_load(&part->next);
  atomic_store(part->place, next);
  if (next) next->place = part->place;
  pthread_mutex_unlock(&changing);
  // No handler finds the part any more; one that found it before is done in a moment.
  while (atomic_load(&walkers) > 0) sched_yield();
  munmap((void *)part->start, part->count);
  free(part);
}

// Behind the place where a file was cut its page reads as zeros without a fault; the end of the part tells.
static void look(cm_part *part) {
  if (*(volatile const char *)(part->start + part->count - 1)) return;
  if (!atomic_exchange(&part->is_lost, 1)) atomic_fetch_add(&losses, 1);
}

int cm_is_lost(cm_part *part) {
  look(part);
  return atomic_load(&part->is_lost);
}

size_t cm_losses(void) { return atomic_load(&losses); }

void cm_look(void) {
  // What was read before is older than what is seen here.
  atomic_thread_fence(memory_order_seq_cst);
  pthread_mutex_lock(&changing);
  for (cm_part *part = atomic_load(&parts); part; part = atomic_load(&part->next)) look(part);
  pthread_mutex_unlock(&changing);
}
