#include <libxml/xmlversion.h>
/* Keeps the headers of ICU out, whose types Foundation has in another version. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

static inline void ignoreXMLMessage(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/* Keeps the parser from writing to standard error on this thread. */
static inline void silenceXMLErrors(void) {
  xmlSetGenericErrorFunc(NULL, ignoreXMLMessage);
}
