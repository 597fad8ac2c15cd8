#pragma once
// Debian builds libxml2 with ICU; its encoding.h would then pull <unicode/ucnv.h> into Swift, where it
// collides with Foundation's own copy of ICU. No ICU type is part of the parser's interface: leave it out.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/relaxng.h>
