"""``python -m telegram`` is ``telegram``, where no script is on the path."""

from telegram.cli import main

if __name__ == "__main__":
    main()
