#include "CLexicons.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char en[] = {
#embed "data/en.lexicon"
};
static const unsigned char en_common[] = {
#embed "data/en-common.words"
};
struct embedded_file lexicon_en(void) { return (struct embedded_file){en, sizeof en}; }
struct embedded_file lexicon_en_common(void) { return (struct embedded_file){en_common, sizeof en_common}; }
