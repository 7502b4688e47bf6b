// Shared by the C files: what the crash guard needs to know of the tty.
#ifndef CNCURSES_INTERNAL_H
#define CNCURSES_INTERNAL_H

#include <signal.h>
#include <termios.h>

extern struct termios cn_saved_modes;
extern volatile sig_atomic_t cn_has_saved_modes;

#endif
