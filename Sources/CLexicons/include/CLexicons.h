#pragma once
#include <stddef.h>
/// A file that was embedded when the library was built. The bytes live as long as the program.
struct embedded_file { const unsigned char *_Nonnull bytes; size_t count; };
/// The English word lists, see data/en.lexicon.
struct embedded_file lexicon_en(void);
/// Common English words, one a line, see data/en-common.words.
struct embedded_file lexicon_en_common(void);
/// The Russian, German and French word lists, see data.
struct embedded_file lexicon_ru(void);
struct embedded_file lexicon_de(void);
struct embedded_file lexicon_fr(void);
/// The same lists laid out flat, see Sources/Language/LexiconImage.swift; made of them by `make lexicons`.
struct embedded_file lexicon_en_image(void);
struct embedded_file lexicon_ru_image(void);
struct embedded_file lexicon_de_image(void);
struct embedded_file lexicon_fr_image(void);
