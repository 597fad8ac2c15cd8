#include "CXMLShim.h"
#include <errno.h>
#include <iconv.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>

static xmlParserInputPtr refuse(const char *url, const char *id, xmlParserCtxtPtr parser) {
    (void)url;
    (void)id;
    (void)parser;
    return NULL;
}

static void start(void) {
    xmlInitParser();
    xmlSetExternalEntityLoader(refuse);
}

void cxml_start(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, start);
}

void cxml_free(void *memory) { xmlFree(memory); }

enum cxml_decoding cxml_decode(const char *encoding, const unsigned char *bytes, size_t count, unsigned char **out, size_t *out_count,
                               size_t *bad) {
    iconv_t decoder = iconv_open("UTF-8", encoding);
    if (decoder == (iconv_t)-1) return cxml_unknown_encoding;
    size_t room = count + count / 2 + 16;
    char *text = malloc(room);
    if (text == NULL) {
        iconv_close(decoder);
        return cxml_no_memory;
    }
    char *in = (char *)bytes, *to = text;
    size_t left = count, free_room = room;
    enum cxml_decoding result = cxml_decoded;
    while (left > 0 && iconv(decoder, &in, &left, &to, &free_room) == (size_t)-1) {
        if (errno != E2BIG) {
            result = errno == EINVAL ? cxml_cut_character : cxml_invalid_bytes;
            break;
        }
        size_t used = (size_t)(to - text);
        char *larger = realloc(text, room * 2);
        if (larger == NULL) {
            result = cxml_no_memory;
            break;
        }
        text = larger;
        to = text + used;
        free_room += room;
        room *= 2;
    }
    iconv_close(decoder);
    if (result != cxml_decoded) {
        *bad = count - left;
        free(text);
        return result;
    }
    *out = (unsigned char *)text;
    *out_count = (size_t)(to - text);
    return cxml_decoded;
}
