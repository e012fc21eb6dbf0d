"""What may fill FL12. A text format is independent of the dialect that carries it."""

from telegram.texts.plain import PlainText

__all__ = ["PlainText"]
