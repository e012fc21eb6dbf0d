"""``python -m telegram.cli`` is ``telegram``."""

from telegram.cli import main

if __name__ == "__main__":
    main()
