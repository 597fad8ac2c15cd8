// Loaded in front of the C library (LD_PRELOAD): lets the n-th call of one function fail.
//   FAULT=read|write|malloc   FAULT_AT=n (from 1)   FAULT_ERRNO=number   FAULT_LEAST=bytes (malloc: smaller ones are not counted)
//   FAULT=short: every read gives one byte
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t), *__libc_realloc(void *, size_t), *__libc_calloc(size_t, size_t);

static long count, at = -1, least, number;
static char kind;

static void setup(void) {
    const char *fault = getenv("FAULT"), *place = getenv("FAULT_AT"), *size = getenv("FAULT_LEAST"), *error = getenv("FAULT_ERRNO");
    kind = fault ? fault[0] : 0;
    least = size ? atol(size) : 0;
    number = error ? atol(error) : EIO;
    at = place ? atol(place) : 0;
}

static int fails(char wanted) {
    if (at < 0) setup();
    return kind == wanted && __sync_add_and_fetch(&count, 1) == at;
}

ssize_t read(int file, void *room, size_t size) {
    static ssize_t (*real)(int, void *, size_t);
    if (!real) real = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
    if (file > 2 && fails('r')) { errno = (int)number; return -1; }
    if (at < 0) setup();
    return real(file, room, kind == 's' && size > 1 ? 1 : size);
}

ssize_t write(int file, const void *room, size_t size) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    if (file != 2 && fails('w')) { errno = (int)number; return -1; }
    return real(file, room, size);
}

static int starves(size_t size) {
    if (at < 0) setup();
    return kind == 'm' && (long)size >= least && fails('m');
}

void *malloc(size_t size) { if (starves(size)) { errno = ENOMEM; return NULL; } return __libc_malloc(size); }
void *calloc(size_t many, size_t size) { if (starves(many * size)) { errno = ENOMEM; return NULL; } return __libc_calloc(many, size); }
void *realloc(void *old, size_t size) { if (starves(size)) { errno = ENOMEM; return NULL; } return __libc_realloc(old, size); }
