/*
 * Runs kernels in C over the memory of a world, as a host of WebAssembly would: `reference INPUT TIMES [OUTPUT]`.
 *
 * INPUT, 32-bit words: the header below, months + 1 places in the list of calls, the calls, then the memory. One line of JSON
 * on stdout: the vector width, nanoseconds of each time, a hash of each region at the end, a hash of the sums of all months.
 * OUTPUT gets the memory as it is at the end. This text stands behind the kernels and their table `kernels`.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  int32_t memory, restored, columns, params, sums, sum_bytes, first_month, months, seed, calls, regions;
} Header;
typedef struct {
  int32_t kernel, district, sums, lo, hi;
} Call;
typedef struct {
  int32_t at, bytes;
} Region;

static uint32_t hash(uint32_t h, const uint8_t *bytes, int32_t count) {
  for (int32_t k = 0; k + 4 <= count; k += 4) {
    uint32_t word;
    memcpy(&word, bytes + k, 4);
    h = (h ^ word) * 0x01000193u;
    h ^= h >> 15;
  }
  return h;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

static void *room(size_t bytes) {
  void *found = aligned_alloc(64, (bytes + 127) / 64 * 64);
  if (!found) exit(3);
  return found;
}

static void *part_of_file(FILE *file, size_t bytes) {
  void *found = room(bytes);
  if (fread(found, 1, bytes, file) != bytes) exit(2);
  return found;
}

int main(int count, char **words) {
  FILE *file = count > 2 ? fopen(words[1], "rb") : NULL;
  if (!file) return 2;
  const Header *const h = part_of_file(file, sizeof(Header));
  const int32_t *const starts = part_of_file(file, 4 * (size_t)(h->months + 1));
  const Call *const calls = part_of_file(file, sizeof(Call) * (size_t)h->calls);
  const Region *const regions = part_of_file(file, sizeof(Region) * (size_t)h->regions);
  const uint8_t *const image = part_of_file(file, (size_t)h->memory);
  uint8_t *const memory = room((size_t)h->memory);
  memcpy(memory, image, (size_t)h->memory);
  uint32_t sums = 0;
  printf("{\"lanes\":%d,\"ns\":[", LANES);
  for (int time = 0; time < atoi(words[2]); time++) {
    memcpy(memory, image, (size_t)h->restored);
    sums = 0x811c9dc5u;
    double ns = 0;
    for (int32_t m = 0; m < h->months; m++) {
      const double began = now();
      memset(memory + h->sums, 0, (size_t)h->sum_bytes);
      for (int32_t k = starts[m]; k < starts[m + 1]; k++)
        kernels[calls[k].kernel](memory, h->columns, calls[k].district, h->params, calls[k].sums, calls[k].lo, calls[k].hi,
                                 h->first_month + m, h->seed);
      ns += now() - began;
      sums = hash(sums, memory + h->sums, h->sum_bytes);
    }
    printf("%s%.0f", time ? "," : "", ns);
  }
  printf("],\"sums\":%u,\"regions\":[", sums);
  for (int32_t k = 0; k < h->regions; k++)
    printf("%s%u", k ? "," : "", hash(0x811c9dc5u, memory + regions[k].at, regions[k].bytes));
  printf("]}\n");
  if (count > 3) {
    FILE *out = fopen(words[3], "wb");
    if (!out || fwrite(memory, 1, (size_t)h->memory, out) != (size_t)h->memory || fclose(out)) return 2;
  }
  return 0;
}
