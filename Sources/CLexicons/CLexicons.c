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
// The images are read as numbers of 32 bits.
#define IMAGE static const _Alignas(8) unsigned char
IMAGE en_image[] = {
#embed "data/en.image"
};
IMAGE ru_image[] = {
#embed "data/ru.image"
};
IMAGE de_image[] = {
#embed "data/de.image"
};
IMAGE fr_image[] = {
#embed "data/fr.image"
};
struct embedded_file lexicon_en_image(void) { return (struct embedded_file){en_image, sizeof en_image}; }
struct embedded_file lexicon_ru_image(void) { return (struct embedded_file){ru_image, sizeof ru_image}; }
struct embedded_file lexicon_de_image(void) { return (struct embedded_file){de_image, sizeof de_image}; }
struct embedded_file lexicon_fr_image(void) { return (struct embedded_file){fr_image, sizeof fr_image}; }
struct embedded_file lexicon_ru(void) { return (struct embedded_file){ru, sizeof ru}; }
struct embedded_file lexicon_de(void) { return (struct embedded_file){de, sizeof de}; }
struct embedded_file lexicon_fr(void) { return (struct embedded_file){fr, sizeof fr}; }
struct embedded_file lexicon_en(void) { return (struct embedded_file){en, sizeof en}; }
struct embedded_file lexicon_en_common(void) { return (struct embedded_file){en_common, sizeof en_common}; }
