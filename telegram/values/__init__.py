"""The elements of a telegram, one a module.

A frozen value that parses its text, writes it back, and knows its rules.
"""
