#include <curl/curl.h>

// Swift can't call variadic functions; one inline function a kind of argument.

typedef size_t (*cermat_curl_bytes)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode cermat_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode cermat_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode cermat_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode cermat_curl_set_bytes(CURL *handle, CURLoption option, cermat_curl_bytes f) {
  return curl_easy_setopt(handle, option, f);
}
static inline CURLcode cermat_curl_status(CURL *handle, long *value) {
  return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, value);
}
