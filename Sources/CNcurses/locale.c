// The character type of the locale: nothing else of it is set.
#define _GNU_SOURCE 1
#include "cncurses.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

int cn_locale_is_utf8(void) {
  // Only the character type: a decimal comma must not reach the C library's number parsing.
  const char *set = setlocale(LC_CTYPE, "");
  if (set && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (!value || !*value) continue;
    // A locale that asks for UTF-8 but is not installed silently means "C".
    if (strcasestr(value, "UTF-8") || strcasestr(value, "UTF8")) {
      return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
    }
    break;
  }
  return 0;
}

void cn_locale_set_utf8(void) { setlocale(LC_CTYPE, "C.UTF-8"); }
