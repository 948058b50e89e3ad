"""The report of examples/loganalyser.ruff, in Python 3:  python3 loganalyser_twin.py FILE

Percentiles are exact here; the analyser's may be up to 1/64 below.
"""

import re
import sys
from collections import Counter

HOW_MANY = 5
SLOW = 100000


def milliseconds(micros):
    return '%.3f ms' % (micros / 1000)


def print_counts(title, pairs, total):
    print('\n%s' % title)
    for name, count in pairs:
        print('  %8d %5.1f%%  %s' % (count, 100 * count / total, name))


def main(path):
    levels, statuses, routes = Counter(), Counter(), Counter()
    total_size = 0
    times, micros, slow = [], [], []
    with open(path, encoding='utf-8') as stream:
        for line in stream:
            time, level, method, target, status, size, duration = line.split()
            levels[level] += 1
            statuses[status] += 1
            route = re.sub(r'/[0-9][^/]*', '/:id', target.split('?')[0])
            routes[route] += 1
            total_size += int(size)
            times.append(time)
            micros.append(int(duration[:-2].replace('.', '')))
            if micros[-1] >= SLOW:
                slow.append((-micros[-1], len(micros), '%s %s %s' % (time, method, route)))
    total = len(micros)
    print('%d requests from %s to %s' % (total, times[0], times[-1]))
    print('%d bytes, %d on average' % (total_size, total_size // total))
    print_counts('levels', sorted(levels.items()), total)
    print_counts('statuses', sorted(statuses.items()), total)
    ranking = sorted(routes.items(), key=lambda pair: (-pair[1], pair[0]))
    print_counts('top paths', ranking[:HOW_MANY], total)
    print('\nlatency')
    micros.sort()
    for percent in 50, 90, 95, 99:
        print('  p%-6d %s' % (percent, milliseconds(micros[-(-total * percent // 100) - 1])))
    print('  mean    %s' % milliseconds(sum(micros) // total))
    print('  longest %s' % milliseconds(micros[-1]))
    print('\nslow requests')
    for duration, _, text in sorted(slow)[:HOW_MANY]:
        print('  %s %s' % (text, milliseconds(-duration)))


if __name__ == '__main__':
    main(*sys.argv[1:])
