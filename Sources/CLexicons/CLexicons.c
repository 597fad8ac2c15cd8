#include "CLexicons.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char en[] = {
#embed "data/en.lexicon"
};
static const unsigned char en_common[] = {
#embed "data/en-common.words"
};
static const unsigned char ru[] = {
#embed "data/ru.lexicon"
};
static const unsigned char de[] = {
#embed "data/de.lexicon"
};
static const unsigned char fr[] = {
#embed "data/fr.lexicon"
};
struct embedded_file lexicon_ru(void) { return (struct embedded_file){ru, sizeof ru}; }
struct embedded_file lexicon_de(void) { return (struct embedded_file){de, sizeof de}; }
struct embedded_file lexicon_fr(void) { return (struct embedded_file){fr, sizeof fr}; }
struct embedded_file lexicon_en(void) { return (struct embedded_file){en, sizeof en}; }
struct embedded_file lexicon_en_common(void) { return (struct embedded_file){en_common, sizeof en_common}; }
