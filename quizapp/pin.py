"""The teacher's PIN: a few digits that keep honest pupils out of what is not theirs to change.

It encrypts nothing. Whoever owns the computer account can read and change the files of the program,
and can take the PIN away; so all that is kept is a hash, in the preferences of the account.
"""

import os
from typing import Annotated, Final

import msgspec

from quizapp.errors import QuizError
from quizapp.translation import tr, tr_n

FEWEST_DIGITS = 4
MOST_DIGITS = 12
SALT_BYTES = 16
HASH_BYTES = 32
N: Final = 2**15
"""Less than 100 ms and 32 MB on a computer of 2020."""
R: Final = 8
P: Final = 1
MOST_MEMORY = 256 * 2**20
LONGEST_WAIT = 30

# Bounds, so that a file that somebody has changed can take neither all memory nor all day.
_N = Annotated[int, msgspec.Meta(ge=2, le=2**17)]
_R = Annotated[int, msgspec.Meta(ge=1, le=8)]
_P = Annotated[int, msgspec.Meta(ge=1, le=4)]


class PinHash(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a PIN; with its parameters, so that newer ones can be chosen later."""

    salt: bytes
    hash: bytes
    n: _N = N
    r: _R = R
    p: _P = P

    def matches(self, digits: str) -> bool:
        """Whether this is the PIN, in whatever digits it is typed. It takes a while, by intent."""
        from hmac import compare_digest

        try:
            return compare_digest(self.hash, _hash(_plain(digits), self))
        except ValueError:  # somebody has changed the file, and scrypt knows no such parameters
            return False


def hash_pin(digits: str) -> PinHash:
    """What to keep of a new PIN; `QuizError` where it is none."""
    digits = _plain(digits)
    check_pin(digits)
    blank = PinHash(salt=os.urandom(SALT_BYTES), hash=b"")
    return msgspec.structs.replace(blank, hash=_hash(digits, blank))


def check_pin(digits: str) -> None:
    """`QuizError` where `digits` cannot be a PIN."""
    if not digits.isdecimal() and digits:
        raise QuizError(tr("A PIN has digits only."), tr("Type 4 to 12 digits."))
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        raise QuizError(
            tr_n("This PIN has {n} digit.", "This PIN has {n} digits.", len(digits)),
            tr("Type 4 to 12 digits."),
        )


def seconds_to_wait(wrong: int) -> int:
    """How long nobody may try again after so many wrong PINs on end: 1, 2, 4 … 30."""
    return min(2 ** (wrong - 1), LONGEST_WAIT) if wrong else 0


def _plain(digits: str) -> str:
    """The same digits, Arabic or any others, as 0 … 9: the keyboard may be another tomorrow."""
    return "".join(str(int(each)) if each.isdecimal() else each for each in digits)


def _hash(digits: str, how: PinHash) -> bytes:
    from hashlib import scrypt

    return scrypt(
        digits.encode(),
        salt=how.salt,
        n=how.n,
        r=how.r,
        p=how.p,
        maxmem=MOST_MEMORY,
        dklen=HASH_BYTES,
    )
