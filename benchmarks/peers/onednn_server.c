/*
 * Single convolutions in oneDNN, timed on request. Threads are those of OMP_NUM_THREADS. Answers each line of standard input with one line:
 *   run KIND/SHAPE THREADS N  ->  time MEDIAN_US MIN_US PROCESSOR_US   (N runs in 15 groups, microseconds per run)
 *   check KIND/SHAPE          ->  values V1 ... Vn        (some of the results)
 *   version                   ->  version TEXT
 * SHAPE is CHANNELSxSIZE-OUTPUTS-KERNELpPADDINGsSTRIDE, the batch 64. KIND is
 *   conv           the forward pass for prediction; nothing is reordered while time is taken
 *   conv-rows      from plain images to plain images, with what has to be reordered; the weights lie as the library wants them
 *   convgrad       the gradients by input, weights and bias; nothing is reordered while time is taken
 *   convgrad-rows  likewise from plain images and gradients to plain gradients
 * Each is tried in the layout that the library chooses, in the plain one and in channels-last; the fastest is kept.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <oneapi/dnnl/dnnl.h>

enum { ROWS = 64, GROUPS = 15, MAX_JOBS = 64, MAX_CALLS = 8, SAMPLES = 60, INPUT_SALT = 101, GRADIENT_SALT = 103 };

typedef struct { dnnl_primitive_t primitive; dnnl_exec_arg_t arguments[6]; int count; } Call;
typedef struct { Call calls[MAX_CALLS]; int count; } Calls;
typedef struct { dnnl_memory_desc_t desc; dnnl_memory_t memory; } Tensor;

typedef struct {
    char name[64];
    Calls before, timed, after;
    Tensor results[3];
    int result_count;
} Job;

typedef struct {
    dnnl_dims_t x, w, b, y, strides, padding;
} Shape;

static dnnl_engine_t engine;
static dnnl_stream_t stream;
static Job jobs[MAX_JOBS];
static int job_count;

#define CHECK(call)                                                                    \
    do {                                                                               \
        dnnl_status_t status_ = (call);                                                \
        if (status_ != dnnl_success) {                                                 \
            fprintf(stderr, "oneDNN: status %d of %s\n", (int)status_, #call);         \
            exit(1);                                                                   \
        }                                                                              \
    } while (0)

static double now(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec * 1e6 + t.tv_nsec * 1e-3;
}

/* The numbers of workloads.py: multiples of 2^-24 in [0, 1). */
static float uniform(uint32_t salt, uint32_t index)
{
    uint32_t h = index + salt * 2654435769u;
    h ^= h >> 16;
    h *= 0x85EBCA6Bu;
    h ^= h >> 13;
    h *= 0xC2B2AE35u;
    h ^= h >> 16;
    return (float)(h >> 8) * (1.0f / (1 << 24));
}

static Tensor tensor_of(const dnnl_memory_desc_t *desc)
{
    Tensor t = { *desc, NULL };
    CHECK(dnnl_memory_create(&t.memory, desc, engine, DNNL_MEMORY_ALLOCATE));
    return t;
}

static dnnl_memory_desc_t described(int ndims, const dnnl_dims_t dims, dnnl_format_tag_t tag)
{
    dnnl_memory_desc_t desc;
    CHECK(dnnl_memory_desc_init_by_tag(&desc, ndims, dims, dnnl_f32, tag));
    return desc;
}

static float *data_of(const Tensor *t)
{
    void *handle;
    CHECK(dnnl_memory_get_data_handle(t->memory, &handle));
    return handle;
}

static int64_t length(const Tensor *t)
{
    int64_t n = 1;
    for (int i = 0; i < t->desc.ndims; i++)
        n *= t->desc.dims[i];
    return n;
}

static Tensor plain(int ndims, const dnnl_dims_t dims)
{
    dnnl_memory_desc_t desc = described(ndims, dims, ndims == 4 ? dnnl_nchw : dnnl_x);
    return tensor_of(&desc);
}

static Tensor filled(int ndims, const dnnl_dims_t dims, uint32_t salt, float scale, float offset)
{
    Tensor t = plain(ndims, dims);
    float *values = data_of(&t);
    for (int64_t i = 0; i < length(&t); i++)
        values[i] = uniform(salt, (uint32_t)i) * scale + offset;
    return t;
}

static Call *add(Calls *calls, dnnl_primitive_desc_t desc)
{
    Call *call = &calls->calls[calls->count++];
    call->count = 0;
    CHECK(dnnl_primitive_create(&call->primitive, desc));
    return call;
}

static void pass(Call *call, int argument, const Tensor *t)
{
    call->arguments[call->count++] = (dnnl_exec_arg_t) { argument, t->memory };
}

static void reorder(Calls *calls, const Tensor *from, const Tensor *to)
{
    dnnl_primitive_desc_t desc;
    CHECK(dnnl_reorder_primitive_desc_create(&desc, &from->desc, engine, &to->desc, engine, NULL));
    Call *call = add(calls, desc);
    pass(call, DNNL_ARG_FROM, from);
    pass(call, DNNL_ARG_TO, to);
}

/* What a primitive wants at a place: the tensor itself, or one of its own that is reordered from it or, for results, into it. */
static Tensor wanted(dnnl_primitive_desc_t desc, dnnl_query_t what, const Tensor *t, Calls *calls, int is_result)
{
    const dnnl_memory_desc_t *layout = dnnl_primitive_desc_query_md(desc, what, 0);
    if (dnnl_memory_desc_equal(layout, &t->desc))
        return *t;
    Tensor own = tensor_of(layout);
    if (is_result)
        reorder(calls, &own, t);
    else
        reorder(calls, t, &own);
    return own;
}

static void run(const Calls *calls)
{
    for (int i = 0; i < calls->count; i++)
        CHECK(dnnl_primitive_execute(calls->calls[i].primitive, stream, calls->calls[i].count, calls->calls[i].arguments));
    CHECK(dnnl_stream_wait(stream));
}

static double time_of(const Calls *calls, int count, clockid_t clock)
{
    double start = now(clock);
    for (int i = 0; i < count; i++)
        run(calls);
    return (now(clock) - start) / count;
}

static void append(Calls *calls, const Calls *more)
{
    for (int i = 0; i < more->count; i++)
        calls->calls[calls->count++] = more->calls[i];
}

static dnnl_primitive_desc_t forward_desc(const Shape *s, dnnl_prop_kind_t kind, dnnl_format_tag_t tag)
{
    dnnl_memory_desc_t x = described(4, s->x, tag), y = described(4, s->y, tag);
    dnnl_memory_desc_t w = described(4, s->w, dnnl_format_tag_any), b = described(1, s->b, dnnl_x);
    dnnl_convolution_desc_t convolution;
    CHECK(dnnl_convolution_forward_desc_init(&convolution, kind, dnnl_convolution_auto, &x, &w, &b, &y, s->strides, s->padding, s->padding));
    dnnl_primitive_desc_t desc;
    CHECK(dnnl_primitive_desc_create(&desc, &convolution, NULL, engine, NULL));
    return desc;
}

static void forward(Job *job, const Shape *s, const Tensor *x, const Tensor *w, const Tensor *b, dnnl_format_tag_t tag, int rows)
{
    Tensor y = plain(4, s->y);
    Calls into = { .count = 0 }, out = { .count = 0 };
    dnnl_primitive_desc_t desc = forward_desc(s, dnnl_forward_inference, tag);
    Tensor own_w = wanted(desc, dnnl_query_weights_md, w, &job->before, 0);
    Tensor own_x = wanted(desc, dnnl_query_src_md, x, &into, 0), own_y = wanted(desc, dnnl_query_dst_md, &y, &out, 1);
    append(rows ? &job->timed : &job->before, &into);
    Call *call = add(&job->timed, desc);
    pass(call, DNNL_ARG_SRC, &own_x);
    pass(call, DNNL_ARG_WEIGHTS, &own_w);
    pass(call, DNNL_ARG_BIAS, b);
    pass(call, DNNL_ARG_DST, &own_y);
    append(rows ? &job->timed : &job->after, &out);
    job->results[0] = y;
    job->result_count = 1;
}

static void backward(Job *job, const Shape *s, const Tensor *x, const Tensor *w, dnnl_format_tag_t tag, int rows)
{
    Tensor dy = filled(4, s->y, GRADIENT_SALT, 2, -1), dx = plain(4, s->x), dw = plain(4, s->w), db = plain(1, s->b);
    Calls into = { .count = 0 }, out = { .count = 0 };
    dnnl_primitive_desc_t hint = forward_desc(s, dnnl_forward_training, tag), by_x, by_w;
    dnnl_memory_desc_t any_x = described(4, s->x, tag), any_y = described(4, s->y, tag), any_w = described(4, s->w, dnnl_format_tag_any);
    dnnl_convolution_desc_t convolution;
    CHECK(dnnl_convolution_backward_data_desc_init(&convolution, dnnl_convolution_auto, &any_x, &any_w, &any_y, s->strides, s->padding, s->padding));
    CHECK(dnnl_primitive_desc_create(&by_x, &convolution, NULL, engine, hint));
    CHECK(dnnl_convolution_backward_weights_desc_init(&convolution, dnnl_convolution_auto, &any_x, &any_w, &db.desc, &any_y, s->strides, s->padding, s->padding));
    CHECK(dnnl_primitive_desc_create(&by_w, &convolution, NULL, engine, hint));

    Tensor x_w = wanted(by_w, dnnl_query_src_md, x, &into, 0), dy_w = wanted(by_w, dnnl_query_diff_dst_md, &dy, &into, 0);
    const dnnl_memory_desc_t *layout = dnnl_primitive_desc_query_md(by_x, dnnl_query_diff_dst_md, 0);
    Tensor dy_x = dnnl_memory_desc_equal(layout, &dy_w.desc) ? dy_w : wanted(by_x, dnnl_query_diff_dst_md, &dy, &into, 0);
    Tensor w_x = wanted(by_x, dnnl_query_weights_md, w, &job->before, 0);
    Tensor own_dx = wanted(by_x, dnnl_query_diff_src_md, &dx, &out, 1), own_dw = wanted(by_w, dnnl_query_diff_weights_md, &dw, &out, 1);

    append(rows ? &job->timed : &job->before, &into);
    Call *call = add(&job->timed, by_w);
    pass(call, DNNL_ARG_SRC, &x_w);
    pass(call, DNNL_ARG_DIFF_DST, &dy_w);
    pass(call, DNNL_ARG_DIFF_WEIGHTS, &own_dw);
    pass(call, DNNL_ARG_DIFF_BIAS, &db);
    call = add(&job->timed, by_x);
    pass(call, DNNL_ARG_DIFF_DST, &dy_x);
    pass(call, DNNL_ARG_WEIGHTS, &w_x);
    pass(call, DNNL_ARG_DIFF_SRC, &own_dx);
    append(rows ? &job->timed : &job->after, &out);
    job->results[0] = dx;
    job->results[1] = dw;
    job->results[2] = db;
    job->result_count = 3;
}

static void make(Job *job, const char *name, dnnl_format_tag_t tag)
{
    int c, size, o, k, p, t;
    if (sscanf(strchr(name, '/') + 1, "%dx%d-%d-%dp%ds%d", &c, &size, &o, &k, &p, &t) != 6) {
        fprintf(stderr, "no such shape: %s\n", name);
        exit(1);
    }
    int out = (size + 2 * p - k) / t + 1;
    Shape s = { { ROWS, c, size, size }, { o, c, k, k }, { o }, { ROWS, o, out, out }, { t, t }, { p, p } };
    float bound = (float)sqrt(6.0 / (c * k * k));
    Tensor x = filled(4, s.x, INPUT_SALT, 1, 0), w = filled(4, s.w, 2, 2 * bound, -bound), b = filled(1, s.b, 3, 0.2f, -0.1f);
    int rows = strstr(name, "-rows/") != NULL;
    memset(job, 0, sizeof *job);
    snprintf(job->name, sizeof job->name, "%s", name);
    if (!strncmp(name, "convgrad", 8))
        backward(job, &s, &x, &w, tag, rows);
    else
        forward(job, &s, &x, &w, &b, tag, rows);
    run(&job->before);
}

static double best_of(const Job *job)
{
    double best = 1e30;
    for (int i = 0; i < 10; i++) {
        double time = time_of(&job->timed, 3, CLOCK_PROCESS_CPUTIME_ID);
        best = time < best ? time : best;
    }
    return best;
}

static Job *job_of(const char *name)
{
    for (int i = 0; i < job_count; i++)
        if (!strcmp(jobs[i].name, name))
            return &jobs[i];
    static const dnnl_format_tag_t tags[] = { dnnl_format_tag_any, dnnl_nchw, dnnl_nhwc };
    Job *job = &jobs[job_count++];
    double best = 1e30;
    for (int i = 0; i < 3; i++) {
        Job candidate;
        make(&candidate, name, tags[i]);
        double time = best_of(&candidate);
        if (time < best) {
            best = time;
            *job = candidate;
        }
    }
    return job;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(void)
{
    CHECK(dnnl_engine_create(&engine, dnnl_cpu, 0));
    CHECK(dnnl_stream_create(&stream, engine, dnnl_stream_default_flags));
    char line[256], name[64];
    while (fgets(line, sizeof line, stdin)) {
        int count;
        if (sscanf(line, "run %63s %*d %d", name, &count) == 2) {
            Job *job = job_of(name);
            double times[GROUPS];
            int groups = count < GROUPS ? count : GROUPS;
            double least = 1e30;
            for (int i = 0; i < groups; i++) {
                double used = now(CLOCK_PROCESS_CPUTIME_ID);
                times[i] = time_of(&job->timed, count / groups, CLOCK_MONOTONIC);
                used = (now(CLOCK_PROCESS_CPUTIME_ID) - used) / (count / groups);
                least = used < least ? used : least;
            }
            qsort(times, groups, sizeof *times, ascending);
            printf("time %.4f %.4f %.4f\n", times[groups / 2], times[0], least);
        } else if (sscanf(line, "check %63s", name) == 1) {
            Job *job = job_of(name);
            run(&job->timed);
            run(&job->after);
            printf("values");
            for (int r = 0; r < job->result_count; r++)
                for (int64_t i = 0, n = length(&job->results[r]), step = n > SAMPLES ? n / SAMPLES : 1; i < n; i += step)
                    printf(" %.9g", data_of(&job->results[r])[i]);
            printf("\n");
        } else {
            const dnnl_version_t *version = dnnl_version();
            printf("version oneDNN %d.%d.%d\n", version->major, version->minor, version->patch);
        }
        fflush(stdout);
    }
    return 0;
}
