#include <libxml/xmlversion.h>
/* Keeps the headers of ICU out, whose types Foundation has in another version. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
