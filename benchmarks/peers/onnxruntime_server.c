/*
 * Batch-1 prediction in ONNX Runtime through its C API, timed on request. Arguments: libonnxruntime.so, folder of models and inputs.
 * Answers each line of standard input with one line:
 *   run predict/NETWORK THREADS N  ->  time MEDIAN_US MIN_US   (N predictions in 15 groups, microseconds per prediction)
 *   check predict/NETWORK          ->  values P1 ... Pn
 *   version                        ->  version TEXT
 * The API is a table of functions whose order is part of its binary interface; the package ships no header, so the few
 * entries that are used are named here by their index. All objects are created once; a prediction is one call of RunWithBinding
 * on preallocated tensors, or of Run where that is faster.
 */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    GET_ERROR_MESSAGE = 2, CREATE_ENV = 3, CREATE_SESSION = 7, RUN = 9, CREATE_SESSION_OPTIONS = 10,
    SET_GRAPH_OPTIMIZATION_LEVEL = 23, SET_INTRA_OP_NUM_THREADS = 24, CREATE_TENSOR_WITH_DATA = 49,
    CREATE_CPU_MEMORY_INFO = 69, RUN_WITH_BINDING = 133, CREATE_IO_BINDING = 134, BIND_INPUT = 136, BIND_OUTPUT = 137,
    GROUPS = 15, MAX_SESSIONS = 16, OPTIMIZE_ALL = 99, TENSOR_FLOAT = 1, ARENA_ALLOCATOR = 1
};

typedef struct { void **(*get_api)(uint32_t); const char *(*get_version)(void); } ApiBase;
typedef void *(*Call1)(void *);
typedef void *(*Call2)(void *, void *);
typedef void *(*Call3)(void *, void *, void *);
typedef void *(*Call4)(void *, void *, void *, void *);
typedef void *(*CallInt)(void *, int);
typedef void *(*CallMemory)(int, int, void *);
typedef void *(*CallEnv)(int, const char *, void *);
typedef void *(*CallTensor)(void *, void *, size_t, const int64_t *, size_t, int, void *);
typedef void *(*CallRun)(void *, void *, const char *const *, void *const *, size_t, const char *const *, size_t, void **);

typedef struct {
    char name[64];
    int threads, outputs, bind;
    float *input, output[64];
    void *session, *x, *y, *binding;
} Session;

static void **api;
static void *env;
static const char *folder;
static Session sessions[MAX_SESSIONS];
static int session_count;

static void check(void *status)
{
    if (status) {
        fprintf(stderr, "ONNX Runtime: %s\n", ((const char *(*)(void *))api[GET_ERROR_MESSAGE])(status));
        exit(1);
    }
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e6 + t.tv_nsec * 1e-3;
}

static void predict(Session *s)
{
    static const char *const inputs[] = { "x" }, *const outputs[] = { "y" };
    check(s->bind ? ((Call3)api[RUN_WITH_BINDING])(s->session, NULL, s->binding)
                  : ((CallRun)api[RUN])(s->session, NULL, inputs, &s->x, 1, outputs, 1, &s->y));
}

static double time_of(Session *s, int count)
{
    double start = now();
    for (int i = 0; i < count; i++)
        predict(s);
    return (now() - start) / count;
}

/* 784-128-10 has 784 inputs and 10 outputs: the ends of the name. */
static Session *open_session(const char *name, int threads)
{
    for (int i = 0; i < session_count; i++)
        if (sessions[i].threads == threads && !strcmp(sessions[i].name, name))
            return &sessions[i];
    Session *s = &sessions[session_count++];
    snprintf(s->name, sizeof s->name, "%s", name);
    s->threads = threads;
    int64_t in[2] = { 1, atoi(name) }, out[2] = { 1, atoi(strrchr(name, '-') + 1) };
    s->outputs = (int)out[1];
    s->input = aligned_alloc(64, (in[1] * sizeof(float) + 63) / 64 * 64);
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.input", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file || fread(s->input, sizeof(float), in[1], file) != (size_t)in[1]) {
        fprintf(stderr, "no input in %s\n", path);
        exit(1);
    }
    fclose(file);

    void *options, *memory;
    check(((Call1)api[CREATE_SESSION_OPTIONS])(&options));
    check(((CallInt)api[SET_GRAPH_OPTIMIZATION_LEVEL])(options, OPTIMIZE_ALL));
    check(((CallInt)api[SET_INTRA_OP_NUM_THREADS])(options, threads));
    snprintf(path, sizeof path, "%s/%s.onnx", folder, name);
    check(((Call4)api[CREATE_SESSION])(env, path, options, &s->session));
    check(((CallMemory)api[CREATE_CPU_MEMORY_INFO])(ARENA_ALLOCATOR, 0, &memory));
    CallTensor tensor = (CallTensor)api[CREATE_TENSOR_WITH_DATA];
    check(tensor(memory, s->input, in[1] * sizeof(float), in, 2, TENSOR_FLOAT, &s->x));
    check(tensor(memory, s->output, out[1] * sizeof(float), out, 2, TENSOR_FLOAT, &s->y));
    check(((Call2)api[CREATE_IO_BINDING])(s->session, &s->binding));
    check(((Call3)api[BIND_INPUT])(s->binding, "x", s->x));
    check(((Call3)api[BIND_OUTPUT])(s->binding, "y", s->y));

    double best[2];
    for (s->bind = 0; s->bind < 2; s->bind++)
        for (int round = 0; round < 5; round++) {
            double t = time_of(s, 200);
            if (round == 0 || t < best[s->bind])
                best[s->bind] = t;
        }
    s->bind = best[1] < best[0];
    return s;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: %s LIBONNXRUNTIME MODEL_FOLDER\n", argv[0]);
        return 1;
    }
    void *library = dlopen(argv[1], RTLD_NOW);
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    ApiBase *base = ((ApiBase *(*)(void))dlsym(library, "OrtGetApiBase"))();
    api = base->get_api(14);
    folder = argv[2];
    check(((CallEnv)api[CREATE_ENV])(3, "peer", &env));

    char line[256], name[64];
    while (fgets(line, sizeof line, stdin)) {
        int threads, count;
        if (sscanf(line, "run predict/%63s %d %d", name, &threads, &count) == 3) {
            Session *s = open_session(name, threads);
            double times[GROUPS];
            int per_group = count / GROUPS > 0 ? count / GROUPS : 1;
            for (int i = 0; i < GROUPS; i++)
                times[i] = time_of(s, per_group);
            qsort(times, GROUPS, sizeof *times, ascending);
            printf("time %.4f %.4f\n", times[GROUPS / 2], times[0]);
        } else if (sscanf(line, "check predict/%63s", name) == 1) {
            Session *s = open_session(name, 1);
            predict(s);
            printf("values");
            for (int i = 0; i < s->outputs; i++)
                printf(" %.9g", s->output[i]);
            printf("\n");
        } else {
            printf("version ONNX Runtime %s\n", base->get_version());
        }
        fflush(stdout);
    }
    return 0;
}
