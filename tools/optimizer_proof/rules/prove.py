"""Proves every rule: ``python3 prove.py [SECONDS]``, the time for one rule (60).

Ends with 1 if a rule that should hold does not, if a wrong rule of the release
was not found to be wrong, or if the solver gave up.
"""
import sys
import time

import floats
import integers
import transfer


def main(seconds):
    started = time.time()
    rules = integers.all_rules() + floats.all_rules() + transfer.all_rules()
    failures = wrong = 0
    for rule in rules:
        expected = 'right' if rule.holds else 'wrong'
        verdict, text = rule.prove(seconds)
        if verdict == expected and not rule.is_possible(seconds):
            verdict, text = 'empty', 'the rule never applies'
        wrong += verdict == 'wrong'
        if verdict != expected:
            failures += 1
            print('%s (%s): %s instead of %s: %s' % (rule.name, rule.source, verdict, expected, text))
            sys.stdout.flush()
    print('%d rules in %.0f s: %d of the release are wrong and corrected, %d failures' % (
        len(rules), time.time() - started, wrong, failures))
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60))
