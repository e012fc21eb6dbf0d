"""The commands, by what they do with messages: the options of each, and what runs it.

What a command does is a module of its own beside this package, imported inside the command, so
that ``--help`` and a wrong call cost little.
"""
