# Reads a text character by character with a small state machine: words, vowels, numbers and their digits, lines.
import sys
import time
DEFAULT_N = 10

OUTSIDE = 0
IN_WORD = 1
IN_NUMBER = 2
SENTENCE = "The 12 quick brown foxes, 345 in all, jump over 6 lazy dogs; nobody counted them before 1987.\n"


def is_letter(c):
    return "a" <= c <= "z" or "A" <= c <= "Z"


def is_vowel(c):
    return c == "a" or c == "e" or c == "i" or c == "o" or c == "u"


def scan(text):
    state = OUTSIDE
    word_total = 0
    vowel_total = 0
    number_total = 0
    digit_total = 0
    line_total = 0
    for c in text:
        if is_letter(c):
            if state != IN_WORD:
                word_total = word_total + 1
            if is_vowel(c):
                vowel_total = vowel_total + 1
            state = IN_WORD
        elif "0" <= c <= "9":
            if state != IN_NUMBER:
                number_total = number_total + 1
            digit_total = digit_total + 1
            state = IN_NUMBER
        else:
            if c == "\n":
                line_total = line_total + 1
            state = OUTSIDE
    return "%d words, %d vowels, %d numbers, %d digits, %d lines" % (
        word_total, vowel_total, number_total, digit_total, line_total)


def benchmark(n):
    return scan(SENTENCE * n)


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
