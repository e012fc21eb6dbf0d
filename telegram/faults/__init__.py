"""Telegrams broken on purpose: for testing what reads them.

Here: faults with known answers (`broken`, `faulty`), and line noise (`noise`). Elsewhere: what is
noticed of it (`telegram.checks`).
"""

from telegram.faults.breaking import Fault, Faulty
from telegram.faults.making import faulty
from telegram.faults.noise import Garble, Noised, noise, noised
from telegram.faults.records import broken, fault, faults, without_fault

__all__ = [
    "Fault",
    "Faulty",
    "Garble",
    "Noised",
    "broken",
    "fault",
    "faults",
    "faulty",
    "noise",
    "noised",
    "without_fault",
]
