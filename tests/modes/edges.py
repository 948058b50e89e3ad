"""Values at the edges of their types, as source text."""

SMALLEST, LARGEST = -2 ** 63, 2 ** 63 - 1
NAMED_INTS = [SMALLEST, SMALLEST, SMALLEST + 1, LARGEST, LARGEST, LARGEST - 1, 0, 1, -1, 2, -2,
              2 ** 62, -2 ** 62, 2 ** 31, 2 ** 31 - 1, -2 ** 31, 2 ** 32, 2 ** 32 - 1, 255, 256, 1023,
              0x5555555555555555, 0x0F0F0F0F0F0F0F0F, LARGEST - 1000, SMALLEST + 1000]
# ``nan`` and ``infinity`` are variables of the program: they have no literals.
FLOATS = ['nan', 'nan', 'nan', 'infinity', '-infinity', '0.0', '-0.0', '1.0', '-1.0', '0.5', '3.0',
          '5.0', '2.5', '1000000.0', '9007199254740993.0', '9223372036854775808.0',
          '-9223372036854775808.0', '0.1', '0.000000000000001']
CHARACTERS = ['a', 'b', 'c', 'x', ' ', '0', '9', 'Z', u'\xe9'.encode('utf-8'),
              u'\u20ac'.encode('utf-8'), u'\U0001F600'.encode('utf-8')]
TEXTS = ['abc', 'xyz', 'hello', '12', '-7', '0.5', u'h\xe9\u20ac!'.encode('utf-8'),
         u'\U0001F600ab'.encode('utf-8'), 'aaaaaaaaaa']
DIVISORS = [1, -1, 2, -2, 3, 4, 7, 8, 10, -8, 16, 1000, 2 ** 32, 2 ** 62, LARGEST, SMALLEST]
MASKS = [0, 1, 3, 7, 15, 255, 1023, 0xFFFF, 2 ** 31 - 1, 2 ** 32 - 1, 2 ** 62, LARGEST, SMALLEST, -1,
         -2, -8, -256]


def within(value):
    """The nearest int of 64 bits."""
    return max(SMALLEST, min(LARGEST, value))


def edge(random):
    """An int, mostly one of those that optimizers have trouble with."""
    kind = random.random()
    if kind < .5:
        return random.choice(NAMED_INTS)
    if kind < .7:
        power = 2 ** random.randrange(64) + random.choice([-1, 0, 0, 1])
        value = power if random.random() < .5 else -power
        return within(value)
    if kind < .9:
        return random.randrange(-20, 21)
    return random.randrange(SMALLEST, LARGEST + 1)
