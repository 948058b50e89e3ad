"""The numbers at which rules of an optimizer go wrong."""

SMALLEST = -2 ** 63
LARGEST = 2 ** 63 - 1

INTEGERS = [int(number) for number in [
    0, 1, -1, 2, -2, 3, -3, 5, 7, 8, 10, 63, 64, 100, 127, 128, -128, 255, 256,
    2 ** 31 - 1, 2 ** 31, -2 ** 31, 2 ** 32, 2 ** 52, 2 ** 53 + 1, 2 ** 61, 2 ** 62 - 1, 2 ** 62,
    -2 ** 62, 2 ** 62 + 1, LARGEST - 1, LARGEST, SMALLEST, SMALLEST + 1, SMALLEST + 2]]

INFINITY = 1e200 * 1e200
NAN = INFINITY - INFINITY

FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, -2.0, 3.0, 1.5, 1e-300, 5e-324, -5e-324, 2.0 ** -1022,
          2.0 ** 1023, 2.0 ** -1074, 1.7976931348623157e308, 9.2e18, -9.3e18, INFINITY, -INFINITY,
          NAN]
