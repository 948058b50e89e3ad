"""Proofs that the toolchain's trace optimizer keeps what a trace does.

``campaign`` compares random traces before and after optimization;
``rules`` states single rules of the optimizer and lets Z3 prove them.
"""
