"""`python -m quizapp`."""

import sys

if __name__ == "__main__":
    try:
        from quizapp.cli import main

        sys.exit(main())
    except KeyboardInterrupt:  # before `main` could mind it
        sys.exit(130)
