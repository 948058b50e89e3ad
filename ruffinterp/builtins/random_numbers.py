"""Random numbers (builtins-data.md 18 and 29.1).

Both generators are ChaCha with 12 rounds: one with a key from the system, and after
``set_random_seed`` one whose key comes from the seed; its sequence is the documented one.
"""
import os

from rpython.rlib import jit
from rpython.rlib.objectmodel import newlist_hint
from rpython.rlib.rarithmetic import intmask, r_uint

from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.memory_budget import check_budget
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Integer, fold_to_word, to_machine_int, wrap_int
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.string import W_Str

MASK_32 = 0xFFFFFFFF
KEY_WORDS = 8
BLOCK_WORDS = 16
# Each round pair does the columns, then the diagonals.
ROUND_PAIRS = 6
QUARTERS = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
            (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]
# "expand 32-byte k" as little-endian words.
CHACHA_CONSTANTS = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574]

SEED_MULTIPLIER = r_uint(6364136223846793005)
SEED_INCREMENT = r_uint(11634580027462260723)

TWO_TO_63 = 9223372036854775808.0
TWO_TO_MINUS_53 = 1.0 / 9007199254740992.0

IDENTIFIER_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
RANDOM_DEVICE = '/dev/urandom'


# ---- ChaCha

def rotated(word, count):
    """A 32-bit word rotated left by ``count``."""
    return ((word << count) | (word >> (32 - count))) & MASK_32


def _quarter_round(state, a, b, c, d):
    state[a] = (state[a] + state[b]) & MASK_32
    state[d] = rotated(state[d] ^ state[a], 16)
    state[c] = (state[c] + state[d]) & MASK_32
    state[b] = rotated(state[b] ^ state[c], 12)
    state[a] = (state[a] + state[b]) & MASK_32
    state[d] = rotated(state[d] ^ state[a], 8)
    state[c] = (state[c] + state[d]) & MASK_32
    state[b] = rotated(state[b] ^ state[c], 7)


def chacha_block(key, counter):
    """The 16 words of block ``counter`` (int) for a key of 8 words."""
    start = CHACHA_CONSTANTS + key + [
        counter & MASK_32, (counter >> 32) & MASK_32, 0, 0]
    state = start[:]
    for _ in range(ROUND_PAIRS):
        for a, b, c, d in QUARTERS:
            _quarter_round(state, a, b, c, d)
    for index in range(BLOCK_WORDS):
        state[index] = (state[index] + start[index]) & MASK_32
    return state


class Generator(object):
    """Random words from a key of 8 words of 32 bits."""

    def __init__(self, key):
        self.key = key
        self.counter = 0
        self.block = [0] * BLOCK_WORDS
        self.position = BLOCK_WORDS

    def next_word(self):
        """A random r_uint.  It takes two words of the block, so a block never ends between."""
        if self.position == BLOCK_WORDS:
            self._next_block()
        position = self.position
        assert position >= 0
        self.position = position + 2
        return r_uint(self.block[position]) | (r_uint(self.block[position + 1]) << 32)

    @jit.dont_look_inside
    def _next_block(self):
        self.block = chacha_block(self.key, self.counter)
        self.counter += 1
        self.position = 0


def key_from_seed(seed):
    """The key for a seed (r_uint)."""
    key = []
    state = seed
    for _ in range(KEY_WORDS):
        state = state * SEED_MULTIPLIER + SEED_INCREMENT
        word = intmask((((state >> 18) ^ state) >> 27) & r_uint(MASK_32))
        turn = intmask(state >> 59)
        key.append(rotated(word, (32 - turn) & 31))
    return key


def key_from_system():
    """A key that nobody can guess."""
    data = _system_bytes(KEY_WORDS * 4)
    key = []
    for index in range(KEY_WORDS):
        word = 0
        for offset in range(4):
            word |= ord(data[index * 4 + offset]) << (8 * offset)
        key.append(word)
    return key


def _system_bytes(count):
    try:
        descriptor = os.open(RANDOM_DEVICE, os.O_RDONLY, 0)
        try:
            data = os.read(descriptor, count)
        finally:
            os.close(descriptor)
    except OSError:
        data = ''
    if len(data) < count:
        raise RuffError('Cannot read random numbers from ' + RANDOM_DEVICE)
    return data


class Randomness(object):
    """Which generator is in use.

    ``strong`` is made at the first use, so that a key never becomes part of the binary.
    """

    def __init__(self):
        self.seeded = None
        self.strong = None

    def generator(self):
        """The seeded generator if there is one, else the strong one."""
        if self.seeded is not None:
            return self.seeded
        return self.strong_generator()

    def strong_generator(self):
        """The generator that ``set_random_seed`` does not touch."""
        if self.strong is None:
            self.strong = Generator(key_from_system())
        return self.strong


randomness = Randomness()


# ---- distributions

def high_product(left, right):
    """The high half of the 128-bit product of two r_uint."""
    mask = r_uint(MASK_32)
    left_low, left_high = left & mask, left >> 32
    right_low, right_high = right & mask, right >> 32
    middle = left_high * right_low + ((left_low * right_low) >> 32)
    crossed = left_low * right_high + (middle & mask)
    return left_high * right_high + (middle >> 32) + (crossed >> 32)


def _without_leading_zeros(word):
    """``word`` (r_uint, not 0) shifted left until its highest bit is set."""
    while intmask(word) >= 0:
        word <<= 1
    return word


def random_between(generator, low, high):
    """A random int with ``low <= result <= high``, all equally likely."""
    size = r_uint(high) - r_uint(low) + r_uint(1)
    if size == r_uint(0):
        return intmask(generator.next_word())
    zone = _without_leading_zeros(size) - r_uint(1)
    while True:
        word = generator.next_word()
        if word * size <= zone:
            return intmask(r_uint(low) + high_product(word, size))


# ---- builtins

@builtin('random', count='A4', effects=True)
def random_fraction():
    "random() -> float: 0 <= x < 1, with 53 random bits."
    return W_Float(float(intmask(randomness.generator().next_word() >> 11)) * TWO_TO_MINUS_53)


@builtin('random_int', 'int', 'int', count='random_int() expects 2 arguments (min, max), got %K',
         mistyped='random_int requires number arguments', effects=True)
def random_int(low, high):
    "random_int(min, max) -> int: one of the ints from min to max, both included."
    if low > high:
        raise RuffError('random_int min must not be greater than max')
    return wrap_int(random_between(randomness.generator(), low, high))


@builtin('random_choice', 'array', count='A4',
         mistyped='random_choice requires an array argument', effects=True)
def random_choice(w_array):
    "random_choice(array) -> any: one of the items; an error for an empty array."
    length = w_array.length()
    if length == 0:
        raise RuffError('random_choice requires a non-empty array')
    w_item = w_array.get(random_between(randomness.generator(), 0, length - 1))
    w_item.mark_shared()
    return w_item


def _seed_of_float(value):
    """Truncated, and within 0 .. 2^64 - 1; NaN gives 0."""
    if not value > 0.0:
        return r_uint(0)
    if value < TWO_TO_63:
        return r_uint(int(value))
    if value < 2.0 * TWO_TO_63:
        return r_uint(int(value - TWO_TO_63)) + (r_uint(1) << 63)
    return ~r_uint(0)


@builtin('set_random_seed', 'number', count='set_random_seed() expects 1 argument (seed), got %K',
         mistyped='set_random_seed requires a number argument', effects=True)
@jit.dont_look_inside
def set_random_seed(w_seed):
    """set_random_seed(seed) -> null: from now on the sequence depends on the seed alone.

    Of an int the low 64 bits count.
    """
    if isinstance(w_seed, W_Float):
        seed = _seed_of_float(w_seed.value)
    else:
        assert isinstance(w_seed, W_Integer)
        seed = r_uint(fold_to_word(w_seed))
    randomness.seeded = Generator(key_from_seed(seed))
    return w_null


@builtin('clear_random_seed', count='A4', effects=True)
def clear_random_seed():
    "clear_random_seed() -> null: back to numbers that nobody can foretell."
    randomness.seeded = None
    return w_null


@builtin('random_id', 'any', count='random_id() expects 1 argument (length), got %K', effects=True)
@jit.dont_look_inside
def random_id(w_length):
    "random_id(length) -> string: that many random characters of a-z and 0-9."
    if not isinstance(w_length, W_Integer):
        raise RuffError('random_id requires an integer length argument')
    length = _identifier_length(w_length)
    check_budget(length)
    generator = randomness.generator()
    characters = newlist_hint(length)
    for _ in range(length):
        characters.append(IDENTIFIER_CHARACTERS[
            random_between(generator, 0, len(IDENTIFIER_CHARACTERS) - 1)])
    return W_Str(''.join(characters), length)


def _identifier_length(w_length):
    if w_length.is_negative():
        raise RuffError('random_id length must be >= 0')
    return to_machine_int(w_length)


@builtin('uuid_v4', count='A4', effects=True)
@jit.dont_look_inside
def uuid_v4():
    "uuid_v4() -> string: a random UUID of version 4, never from the seeded generator."
    generator = randomness.strong_generator()
    high = (generator.next_word() & ~(r_uint(0xF) << 12)) | (r_uint(4) << 12)
    low = (generator.next_word() & ~(r_uint(3) << 62)) | (r_uint(2) << 62)
    digits = _hexadecimal(high) + _hexadecimal(low)
    return W_Str('-'.join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]]))


def _hexadecimal(word):
    """16 digits of an r_uint."""
    digits = []
    for index in range(16):
        digits.append('0123456789abcdef'[intmask(word >> (60 - 4 * index)) & 15])
    return ''.join(digits)
