#pragma once
#include <stddef.h>

/// Once, before any parse, from any thread: starts libxml2 and puts in the loader that refuses to open anything.
void cxml_start(void);

/// xmlFree is a macro over a global; Swift sees neither.
void cxml_free(void *_Nullable memory);

enum cxml_decoding {
    cxml_decoded,
    cxml_unknown_encoding,
    /// `*bad` is the offset of the first byte that the encoding does not allow.
    cxml_invalid_bytes,
    /// The input ends within a character; `*bad` is where that character begins.
    cxml_cut_character,
    cxml_no_memory,
};

/// Decodes `count` bytes in the named encoding to UTF-8. On success `*out` is memory of `*out_count` bytes, to be given back with `free`.
enum cxml_decoding cxml_decode(const char *_Nonnull encoding, const unsigned char *_Nonnull bytes, size_t count,
                               unsigned char *_Nullable *_Nonnull out, size_t *_Nonnull out_count, size_t *_Nonnull bad);
