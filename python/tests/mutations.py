"""Texts that are nearly IDs."""

import string

import signet
from conftest import vectors

ALPHABET = string.ascii_letters + string.digits + "_-.~@ \n\x00é日"


def samples():
    """Gives texts of all forms, valid ones and others."""
    texts = [case[key] for case in vectors("valid") for key in case if key in signet._text.FORMS]
    texts += [case["text"] for case in vectors("refused")]
    texts += [case["original"] for case in vectors("derived")]
    texts += [case["sealed"] for case in vectors("seals")]
    texts += [case["text"] for case in vectors("secrets")]
    texts += [
        "ws_conn_usr_alice_1757927717565_7_b97ed28f",
        "run_thread_op_5_deadbeef_17565_b97ed28f",
        "websocket_factory_1757372478799_1757372478799",
        "{5F0C6A52-3B1E-4C9A-9D2F-0A1B2C3D4E5F}",
        "urn:uuid:5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f",
    ]
    return texts


def mutated(generator, text):
    """Inserts, removes, replaces or repeats up to three times."""
    letters = list(text)
    for _ in range(generator.randint(0, 3)):
        place = generator.randrange(len(letters) + 1)
        change = generator.randrange(4)
        if change == 0:
            letters.insert(place, generator.choice(ALPHABET))
        elif change == 1 and place < len(letters):
            del letters[place]
        elif change == 2 and place < len(letters):
            letters[place] = generator.choice(ALPHABET)
        else:
            end = generator.randrange(len(letters) + 1)
            letters[place:place] = letters[min(place, end) : max(place, end)]
    return "".join(letters)
