"""Telegrams broken on purpose: for testing what reads them.

Here: line noise. Elsewhere: what is noticed of it (`telegram.checks`).
"""

from telegram.faults.noise import Garble, Noised, noise, noised

__all__ = ["Garble", "Noised", "noise", "noised"]
