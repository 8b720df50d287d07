#!/usr/bin/env python3
"""Compares the hashes in the policy of a page with its style and its script.

check_policy.py PAGE

Prints the hashes that the policy lacks, and nothing when all is right.
"""

import base64
import hashlib
import pathlib
import re
import sys

page = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
for name in ("style", "script"):
    for text in re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        if f"{name}-src 'sha256-{digest}'" not in policy:
            print(f"the hash of the {name} is {digest}")
