"""The tables against a recursive-descent parser, on generated and on damaged programs."""
import os
import random

from ruffinterp.syntax.errors import MAX_DIAGNOSTICS, SyntaxErrors
from ruffinterp.diagnostics.hints.foreign_words import MISUSED_WORDS, STRING_PREFIX
from ruffinterp.syntax.test import sample_program
from ruffinterp.syntax.test.random_programs import mutated, sentence, token_texts, written
from ruffinterp.syntax.test.reference_parser import Rejected, reference_tree
from ruffinterp.syntax.test.tree_text import parse_text, tree

# More rounds for a thorough run: RUFF_TEST_ROUNDS=20 multiplies them.
ROUNDS = int(os.environ.get('RUFF_TEST_ROUNDS', '1'))


def table_tree(text):
    try:
        return tree(text)
    except SyntaxErrors as errors:
        if errors.diagnostics[0].help in MISUSED_WORDS.values() + [STRING_PREFIX]:
            return 'misused word'
        return 'rejected'


def expected_tree(text):
    try:
        return reference_tree(text)
    except Rejected:
        return 'rejected'


def check(text):
    found = table_tree(text)
    if found == 'misused word':
        # The grammar has a meaning for it, but nobody means that.
        return False
    assert found == expected_tree(text), text
    return found != 'rejected'


def test_sample_program():
    assert check(sample_program.TEXT)


def test_generated_programs():
    generator = random.Random(1)
    accepted = 0
    rounds = 700 * ROUNDS
    for _ in range(rounds):
        text = written(generator, sentence(generator, generator.choice([8, 14, 20, 22, 24])))
        if len(text) < 4000 and check(text):
            accepted += 1
    # Braces and line ends that mean something else, bad targets and the like make the rest invalid.
    assert accepted > rounds // 3


def test_mutated_programs():
    generator = random.Random(2)
    parts = [token_texts(part) for part in sample_program.TEXT.split('\n\n')]
    accepted = 0
    rounds = 2500 * ROUNDS
    for _ in range(rounds):
        text = mutated(generator, generator.choice(parts), generator.choice([1, 1, 1, 2, 3]))
        if check(text):
            accepted += 1
    assert rounds // 10 < accepted < rounds * 9 // 10


def test_one_mistake_gives_few_diagnostics():
    generator = random.Random(3)
    pieces = token_texts(sample_program.TEXT)
    counts = []
    for _ in range(250 * ROUNDS):
        try:
            parse_text(mutated(generator, pieces, 1))
        except SyntaxErrors as errors:
            counts.append(len(errors.diagnostics))
    assert counts.count(1) > 0.85 * len(counts)
    assert max(counts) <= 4


def test_token_soup_always_ends():
    generator = random.Random(4)
    words = [word for _, word in token_texts(sample_program.TEXT)]
    for _ in range(100 * ROUNDS):
        text = ' '.join([generator.choice(words) for _ in range(generator.randrange(400))])
        try:
            parse_text(text)
        except SyntaxErrors as errors:
            assert 0 < len(errors.diagnostics) <= MAX_DIAGNOSTICS
            starts = [diagnostic.primary.start for diagnostic in errors.diagnostics]
            assert starts == sorted(starts)
