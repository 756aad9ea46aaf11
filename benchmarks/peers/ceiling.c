/*
 * The ceiling of one core: single-precision fused multiply-adds on 16 independent registers of the widest vectors there are.
 * Prints GFLOP/s, the best of 40 short measurements.
 */
#include <immintrin.h>
#include <stdio.h>
#include <time.h>

#ifdef __AVX512F__
typedef __m512 Vector;
#define SET _mm512_set1_ps
#define FMA _mm512_fmadd_ps
#else
typedef __m256 Vector;
#define SET _mm256_set1_ps
#define FMA _mm256_fmadd_ps
#endif

enum { CHAINS = 16, STEPS = 1000000, LANES = sizeof(Vector) / sizeof(float) };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(void)
{
    Vector sum[CHAINS], factor = SET(0.999f), term = SET(0.001f);
    for (int i = 0; i < CHAINS; i++)
        sum[i] = SET((float)i);

    double best = 1e9;
    for (int round = 0; round < 40; round++) {
        double start = now();
        for (int step = 0; step < STEPS; step++) {
#pragma GCC unroll 16
            for (int i = 0; i < CHAINS; i++)
                sum[i] = FMA(sum[i], factor, term);
        }
        double seconds = now() - start;
        best = seconds < best ? seconds : best;
    }

    float total = 0;
    for (int i = 0; i < CHAINS; i++)
        total += sum[i][0];
    printf("%.1f\n", 2.0 * CHAINS * LANES * STEPS / best / 1e9);
    return total == 0; /* the sums are used, so the loop stays */
}
