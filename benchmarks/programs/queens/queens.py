# Eight queens by backtracking over lists of booleans; the result is built from the solution.
import sys
import time
DEFAULT_N = 2
free_rows = []
free_rising = []
free_falling = []
queen_rows = []


def filled(length, value):
    cells = []
    for _ in range(length):
        cells.append(value)
    return cells


def is_free(row, column):
    return free_rows[row] and free_rising[column + row] and free_falling[column - row + 7]


def set_free(row, column, value):
    free_rows[row] = value
    free_rising[column + row] = value
    free_falling[column - row + 7] = value


def place_queen(column):
    for row in range(8):
        if is_free(row, column):
            queen_rows[row] = column
            set_free(row, column, False)
            if column == 7:
                return True
            if place_queen(column + 1):
                return True
            set_free(row, column, True)
    return False


def benchmark(n):
    global free_rows, free_rising, free_falling, queen_rows
    solved = 0
    for _ in range(n):
        free_rows = filled(8, True)
        free_rising = filled(16, True)
        free_falling = filled(16, True)
        queen_rows = filled(8, -1)
        if place_queen(0):
            solved = solved + 1
    placed = 0
    for row in range(8):
        placed = placed * 10 + queen_rows[row]
    return placed + solved


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
