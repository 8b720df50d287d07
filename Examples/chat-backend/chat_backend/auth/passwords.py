"""Passwords are kept as salted PBKDF2 hashes."""

import hashlib
import hmac
import secrets

ROUNDS = 20_000


def hash_password(password: str) -> str:
    salt = secrets.token_hex(16)
    return f"{salt}${_derive(password, salt)}"


def verify_password(password: str, stored: str) -> bool:
    salt, _, expected = stored.partition("$")
    return hmac.compare_digest(_derive(password, salt), expected)


def _derive(password: str, salt: str) -> str:
    key = hashlib.pbkdf2_hmac("sha256", password.encode("utf-8"), salt.encode("ascii"), ROUNDS)
    return key.hex()
