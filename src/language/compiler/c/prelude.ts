/**
 * What the C text begins with: vectors of LANES households as GCC and Clang know them, and the few operations that have no
 * sign in C. LANES is 4, 8 or 16; unless given, the widest that the target has. Every choice here gives the same bits.
 */
export const PRELUDE = `#include <stdint.h>
#include <string.h>
#if defined(__SSE4_1__)
#include <immintrin.h>
#endif
#ifndef LANES
#if defined(__AVX512F__)
#define LANES 16
#elif defined(__AVX2__)
#define LANES 8
#else
#define LANES 4
#endif
#endif
#define PARTS (LANES / 4)
#define EACH for (int k = 0; k < LANES; k++)

typedef float F __attribute__((vector_size(4 * LANES)));
typedef int32_t I __attribute__((vector_size(4 * LANES)));
typedef uint32_t U __attribute__((vector_size(4 * LANES)));
typedef uint64_t D __attribute__((vector_size(4 * LANES)));
typedef float F4 __attribute__((vector_size(16)));
typedef int32_t I4 __attribute__((vector_size(16)));
typedef float Cells __attribute__((vector_size(4 * LANES), aligned(4), may_alias));

static inline F splat(float a) { return a - (F){0}; }
static inline U whole(uint32_t a) { return a - (U){0}; }
static inline I truth(int a) { return (I)whole(-(uint32_t)(a != 0)); }
static inline F load(const float *a) { return *(const Cells *)a; }
static inline U load_id(const int32_t *a) { return (U)*(const Cells *)a; }
static inline void store(float *a, F x) { *(Cells *)a = x; }
static inline F only(I mask, F a) { return (F)(mask & (I)a); }
static inline F except(I mask, F a) { return (F)(~mask & (I)a); }
static inline F absolute(F a) { return (F)((U)a & 0x7fffffffu); }
static inline F tofloat(U a) { return __builtin_convertvector((I)a, F); }
static inline F pow2(F a) { return (F)((__builtin_convertvector(a, I) + 127) << 23); }
static inline F exponent(F a) { return tofloat((((U)a << 1) >> 24) - 127u); }
static inline F mantissa(F a) { return (F)(((U)a & 0x7fffffu) | 0x3f800000u); }
static inline I households(int first) {
  U lane = {0};
  EACH lane[k] = k;
  return (I)(lane + (uint32_t)first);
}

#if defined(__SSE4_1__)
#if LANES == 4
#define SSE(name) _mm_##name
#define BITS __m128i
#elif LANES == 8
#define SSE(name) _mm256_##name
#define BITS __m256i
#else
#define SSE(name) _mm512_##name
#define BITS __m512i
#endif
static inline F smaller(F a, F b) { return (F)SSE(min_ps)(b, a); }
static inline F larger(F a, F b) { return (F)SSE(max_ps)(b, a); }
static inline F root(F a) { return (F)SSE(sqrt_ps)(a); }
static inline F below(F a) { return (F)SSE(floor_ps)(a); }
static inline U mulhigh(U a, uint32_t b) {
  const BITS by = (BITS)whole(b);
  const D even = (D)SSE(mul_epu32)((BITS)a, by), odd = (D)SSE(mul_epu32)((BITS)((D)a >> 32), by);
  return (U)((even >> 32) | (odd & 0xffffffff00000000u));
}
#if LANES == 16
static inline F choose(I mask, F a, F b) {
  return (F)_mm512_ternarylogic_epi32((__m512i)mask, (__m512i)a, (__m512i)b, 0xca);
}
static inline F nearest(F a) { return (F)_mm512_roundscale_ps(a, 8); }
static inline F load_byte(const uint8_t *a) {
  return (F)_mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_loadu_si128((const __m128i *)a)));
}
static inline void store_byte(uint8_t *a, F x) {
  _mm_storeu_si128((__m128i *)a, _mm512_cvtepi32_epi8(_mm512_cvttps_epi32(x)));
}
#else
static inline F choose(I mask, F a, F b) { return (F)SSE(blendv_ps)(b, a, (F)mask); }
static inline F nearest(F a) { return (F)SSE(round_ps)(a, 8); }
static inline F load_byte(const uint8_t *a) {
  int64_t cells = 0;
  memcpy(&cells, a, LANES);
  return (F)SSE(cvtepi32_ps)(SSE(cvtepu8_epi32)(_mm_cvtsi64_si128(cells)));
}
static inline void store_byte(uint8_t *a, F x) {
#if LANES == 8
  const __m256i wide = _mm256_cvttps_epi32(x);
  const __m128i words = _mm_packus_epi32(_mm256_castsi256_si128(wide), _mm256_extracti128_si256(wide, 1));
#else
  const __m128i words = _mm_packus_epi32(_mm_cvttps_epi32(x), _mm_setzero_si128());
#endif
  const int64_t cells = _mm_cvtsi128_si64(_mm_packus_epi16(words, words));
  memcpy(a, &cells, LANES);
}
#endif
#else
static inline F choose(I mask, F a, F b) { return (F)((mask & (I)a) | (~mask & (I)b)); }
static inline F smaller(F a, F b) { return choose(b < a, b, a); }
static inline F larger(F a, F b) { return choose(a < b, b, a); }
static inline F root(F a) { EACH a[k] = __builtin_sqrtf(a[k]); return a; }
static inline F below(F a) { EACH a[k] = __builtin_floorf(a[k]); return a; }
static inline F nearest(F a) { EACH a[k] = __builtin_rintf(a[k]); return a; }
static inline U mulhigh(U a, uint32_t b) { EACH a[k] = (uint64_t)a[k] * b >> 32; return a; }
static inline F load_byte(const uint8_t *a) { F x = {0}; EACH x[k] = a[k]; return x; }
static inline void store_byte(uint8_t *a, F x) { EACH a[k] = (uint8_t)(int32_t)x[k]; }
#endif
static inline F byte(F a) { return smaller(splat(255), larger(splat(0), nearest(a))); }

/* Sums are kept in four lanes at every width: a wide pass adds its parts one after another, as four passes of four would. */
#if LANES == 4
#define part(a, k) (a)
#define part_of_mask(a, k) (a)
#define choose4 choose
#else
static inline F4 part(F a, int k) { F4 r; memcpy(&r, (const char *)&a + 16 * k, 16); return r; }
static inline I4 part_of_mask(I a, int k) { return (I4)part((F)a, k); }
static inline F4 choose4(I4 mask, F4 a, F4 b) { return (F4)((mask & (I4)a) | (~mask & (I4)b)); }
#endif
static inline double total(F4 a) { return (((double)a[0] + (double)a[1]) + (double)a[2]) + (double)a[3]; }
`
