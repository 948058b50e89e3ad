"""Single rules of the optimizer as equations, proved by Z3 on Python 3: ``python3 prove.py``."""
