#ifndef CERMAT_CCSV_SHIM_H
#define CERMAT_CCSV_SHIM_H

#include <csv.h>
#include <stdint.h>
#include <string.h>

/* Where the bytes that matter to delimited text stand among 64 bytes: bit i is byte i.
   `odd` marks the quote and NUL, which send a record to the parser. */
typedef struct {
  uint64_t delimiters;
  uint64_t line_feeds;
  uint64_t carriage_returns;
  uint64_t odd;
} ccsv_marks;

/* One bit for each of eight bytes that equals `wanted`, exact; bytes in memory order. */
static inline uint64_t ccsv_equal8(uint64_t text, uint8_t wanted) {
  const uint64_t low = 0x7f7f7f7f7f7f7f7full;
  const uint64_t other = text ^ (0x0101010101010101ull * wanted);
  const uint64_t equal = ~(((other & low) + low) | other | low) >> 7;
  return (equal * 0x0102040810204080ull) >> 56;
}

static inline ccsv_marks ccsv_find_marks_portably(const void *bytes, uint8_t delimiter, uint8_t quote) {
  ccsv_marks marks = {0, 0, 0, 0};
  for (int word = 0; word < 8; word++) {
    uint64_t text;
    memcpy(&text, (const uint8_t *)bytes + 8 * word, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    text = __builtin_bswap64(text);
#endif
    const int shift = 8 * word;
    marks.delimiters |= ccsv_equal8(text, delimiter) << shift;
    marks.line_feeds |= ccsv_equal8(text, '\n') << shift;
    marks.carriage_returns |= ccsv_equal8(text, '\r') << shift;
    marks.odd |= (ccsv_equal8(text, quote) | ccsv_equal8(text, 0)) << shift;
  }
  return marks;
}

#if defined(__SSE2__)
#include <emmintrin.h>

static inline ccsv_marks ccsv_find_marks(const void *bytes, uint8_t delimiter, uint8_t quote) {
  const __m128i *lanes = (const __m128i *)bytes;
  const __m128i delimiters = _mm_set1_epi8((char)delimiter);
  const __m128i quotes = _mm_set1_epi8((char)quote);
  const __m128i feeds = _mm_set1_epi8('\n');
  const __m128i returns = _mm_set1_epi8('\r');
  const __m128i zeros = _mm_setzero_si128();
  ccsv_marks marks = {0, 0, 0, 0};
  for (int lane = 0; lane < 4; lane++) {
    const __m128i text = _mm_loadu_si128(lanes + lane);
    const int shift = 16 * lane;
    marks.delimiters |=
        (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(text, delimiters)) << shift;
    marks.line_feeds |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(text, feeds)) << shift;
    marks.carriage_returns |=
        (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(text, returns)) << shift;
    marks.odd |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(
                     _mm_cmpeq_epi8(text, quotes), _mm_cmpeq_epi8(text, zeros)))
                 << shift;
  }
  return marks;
}

#else

static inline ccsv_marks ccsv_find_marks(const void *bytes, uint8_t delimiter, uint8_t quote) {
  return ccsv_find_marks_portably(bytes, delimiter, quote);
}

#endif

#endif
