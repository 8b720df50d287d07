#!/usr/bin/env python3
"""Checks the vectors with an implementation of its own, in nothing but Python's standard library.

It shares no code with the Swift implementation that wrote them: where the two agree, the
description of the format is complete enough to build it again. Exit status 1 on a difference.
"""

import hashlib
import hmac
import json
import pathlib
import re
import sys

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.")
HERE = pathlib.Path(__file__).parent
MASK = (1 << 64) - 1


def load(name):
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def base32(number, count):
    return "".join(DIGITS[number >> 5 * place & 31] for place in reversed(range(count)))


def compact(kind, uuid):
    return f"{kind}_{base32(int(uuid.replace('-', ''), 16), 26)}"


def check(head, digits):
    """bech32m (BIP 350) over the head's letters, a 0, and the digits."""
    letters = [0 if letter == "_" else ord(letter) & 31 for letter in head]
    state = 1
    for symbol in letters + [0] + [DIGITS.index(digit) for digit in digits] + [0] * 6:
        top = state >> 25
        state = (state & 0x1FFFFFF) << 5 ^ symbol
        generators = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
        for bit, generator in enumerate(generators):
            if top >> bit & 1:
                state ^= generator
    return base32(state ^ 0x2BC830A3, 6)


def escape(value):
    if value.startswith(".") and len(value) == 13:
        return value  # an owner tag
    text = "".join(
        chr(byte) if chr(byte) in UNRESERVED else f"~{byte:02x}" for byte in value.encode()
    )
    return "~2e" + text[1:] if text.startswith(".") else text


def core(time, counter, tail):
    high = time << 16 | 7 << 12 | counter >> 6
    low = 2 << 62 | (counter & 63) << 56 | tail
    text = f"{high:016x}{low:016x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def verify_valid(case):
    uuid, kind = case["uuid"], case["kind"]
    yield compact(kind, uuid), case["compact"]
    yield f"{case['compact']}_{check(kind, case['compact'][-26:])}", case["checked"]
    if case["version"] == 7:
        yield core(case["time"], case["counter"], int(uuid.replace("-", ""), 16) & MASK >> 8), uuid
    if "readable" in case:
        fields = [kind, *(escape(slot) for slot in case.get("slots", {}).values())]
        fields += [str(case["time"]), f"{case['counter']:06}", uuid.replace("-", "")[-14:]]
        yield "_".join(fields), case["readable"]


def verify_derived(case):
    original = case["original"].encode()
    message = b"signet/legacy/1\0" + case["kind"].encode() + b"\0" + original
    number = int.from_bytes(hashlib.sha256(message).digest()[:16], "big")
    time = re.search(rb"_([1-9]\d{12})(_[0-9a-f]{4,16}|_\d+_[0-9a-f]{8})?\Z", original)
    if time:
        number = int(time[1]) << 80 | number & (1 << 80) - 1
    number = number & ~(15 << 76 | 3 << 62) | 8 << 76 | 2 << 62
    yield f"{number:032x}", case["uuid"].replace("-", "")


def mac(key, *parts):
    return int.from_bytes(hmac.new(bytes.fromhex(key), b"\0".join(parts), "sha256").digest(), "big")


def verify_tags(case):
    code = mac(case["key"], b"signet/owner/1", case["tenant"].encode(), case["owner"].encode())
    yield f".{DIGITS[case['epoch']]}{base32(code >> 256 - 55, 11)}", case["tag"]


def verify_seals(case):
    minutes = (case["expiry"] - 1577836800000) // 60000 if "expiry" in case else 0
    message = minutes.to_bytes(8, "big") + case["compact"].encode()
    code = mac(case["key"], b"signet/seal/1", case["audience"].encode(), message)
    expiry = base32(minutes, 6) if "expiry" in case else ""
    seal = DIGITS[case["key_id"]] + expiry + base32(code >> 256 - 80, 16)
    yield f"{case['compact']}_{seal}", case["sealed"]


def verify_secrets(case):
    digits = base32(int(case["bytes"], 16), 52)
    head = f"{case['kind']}_sk"
    yield f"{head}_{digits}{check(head, digits)}", case["text"]
    yield hashlib.sha256(bytes.fromhex(case["bytes"])).hexdigest(), case["digest"]


def split_mix(seed):
    """SplitMix64, of which each tail takes the highest 56 bits of a word."""
    state = seed
    while True:
        state = state + 0x9E3779B97F4A7C15 & MASK
        word = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & MASK
        word = (word ^ word >> 27) * 0x94D049BB133111EB & MASK
        yield word ^ word >> 31


def verify_generator(cases):
    state = {}
    for case in cases:
        name = case["trace"]
        tails, following = state.get(name) or (split_mix(case["seed"]), 0)
        if following >> 18 < case["clock"]:
            following = case["clock"] << 18 | case["start_counter"]
        time, counter = following >> 18, following & (1 << 18) - 1
        state[name] = tails, following + 1
        yield time, case["time"]
        yield counter, case["counter"]
        yield core(time, counter, next(tails) >> 8), case["uuid"]


def main():
    verifiers = {
        "valid": verify_valid,
        "derived": verify_derived,
        "tags": verify_tags,
        "seals": verify_seals,
        "secrets": verify_secrets,
    }
    pairs = [pair for name, verify in verifiers.items() for c in load(name) for pair in verify(c)]
    pairs += verify_generator(load("generator"))
    failures = [(mine, theirs) for mine, theirs in pairs if mine != theirs]
    for mine, theirs in failures:
        print(f"expected {mine}\n     got {theirs}", file=sys.stderr)
    print(f"vectors: {len(pairs) - len(failures)} agree, {len(failures)} differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
