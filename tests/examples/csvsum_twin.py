"""The same as examples/csvsum.ruff in Python 3:  python3 csvsum_twin.py FILE GROUP SUM"""

import csv
import sys


def main(path, group_name, sum_name):
    sums = {}
    counts = {}
    with open(path, newline='', encoding='utf-8') as stream:
        rows = csv.reader(stream)
        header = next(rows)
        group_column = header.index(group_name)
        sum_column = header.index(sum_name)
        for row in rows:
            group = row[group_column]
            sums[group] = sums.get(group, 0) + int(row[sum_column])
            counts[group] = counts.get(group, 0) + 1
    for group in sorted(sums):
        print(group.ljust(14), str(counts[group]).rjust(8), sums[group])
    print('all'.ljust(14), str(sum(counts.values())).rjust(8), sum(sums.values()))


if __name__ == '__main__':
    main(*sys.argv[1:])
