// The part of zlib that reads, with the macros of its header as functions that Swift can call.

#ifndef CZLIB_H
#define CZLIB_H

#include <zlib.h>

/// `inflateInit2`: 31 for gzip, -15 for bare deflate.
static inline int czlib_inflate_start(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

/// `deflateInit2` at the usual level; the tests make their files with it.
static inline int czlib_deflate_start(z_stream *stream, int window_bits) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}

#endif
