// Parts of files as memory that is always there: what a file has lost reads as zeros, and is told.
#ifndef CMAPPING_H
#define CMAPPING_H

#include <stddef.h>

typedef struct cm_part cm_part;

// Maps `count` bytes of a file from a multiple of the page size on, to be read; NULL where the system refuses.
// The last byte of the last page must not be 0: where it is, the file was cut.
cm_part *cm_map(int file, size_t offset, size_t count);
const void *cm_start(const cm_part *part);
// Gives the pages back to the system, which still has them when they are next read.
void cm_let_go(const cm_part *part);
// To be called when nobody reads the part any more.
void cm_unmap(cm_part *part);

// Whether zeros stand for bytes of the part that could not be read.
int cm_is_lost(cm_part *part);
// How many times that happened so far.
size_t cm_losses(void);
// Looks at the end of every part, whether anybody read that far or not, so that a file that was cut is noticed.
void cm_look(void);

#endif
