# Counts the words of the first n lines of the text file named by BENCHMARK_TEXT.
import os
import sys
import time
DEFAULT_N = 100


def benchmark(n):
    counts = {}
    word_total = 0
    remaining = n
    with open(os.environ["BENCHMARK_TEXT"]) as text:
        for line in text.read().splitlines():
            if remaining == 0:
                break
            remaining = remaining - 1
            for word in line.lower().split():
                word_total = word_total + 1
                if word in counts:
                    counts[word] = counts[word] + 1
                else:
                    counts[word] = 1
    best = ""
    best_count = 0
    for word in counts:
        times = counts[word]
        if times > best_count or times == best_count and word < best:
            best = word
            best_count = times
    return "%d words, %d different, most frequent: %s (%d)" % (word_total, len(counts), best, best_count)


def main(arguments):
    settings = [DEFAULT_N, 0, 1]
    for i in range(3):
        if i < len(arguments):
            settings[i] = int(arguments[i])
    warmup = settings[1]
    for step in range(warmup + settings[2]):
        start = time.perf_counter()
        result = benchmark(settings[0])
        elapsed_ms = (time.perf_counter() - start) * 1000
        if step >= warmup:
            print("time_ms: %f" % elapsed_ms)
    print("result: %s" % (result,))


main(sys.argv[1:])
