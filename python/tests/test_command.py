"""What the command line of the Swift implementation says of the same texts."""

import json
import random

import signet
from mutations import mutated, samples
from signet import _core, _legacy
from signet._detect import detect

FORMS = ("readable", "compact", "uuid", "checked")
OWNERS = ("user123", "a_b", ".hidden", "Zoë", "日本", "100%", "~", "a b", "x" * 48, "é" * 24)


def inspect(command, texts):
    lines = command("inspect", "--json", lines=texts)
    assert len(lines) == len(texts)
    return zip(texts, map(json.loads, lines))


def test_the_command_reads_what_python_makes(command):
    made = []
    for number in range(3_000):
        owner, form = OWNERS[number % len(OWNERS)], FORMS[number % len(FORMS)]
        made.append(signet.new("session", type="auth", owner=owner, form=form))
        made.extend(signet.family("thread", "run", "req", "bypass", operation=owner, form=form))
    for text, said in inspect(command, made):
        parsed = signet.parse(text)
        assert said["valid"] is True, text
        assert (said["form"], said.get("kind")) == (parsed.form, parsed.kind)
        assert said["uuid"] == str(parsed.uuid)
        assert (said["time_ms"], said["counter"]) == (parsed.time, parsed.counter)
        assert said["tail"] == parsed.tail
        assert said.get("slots", {}) == parsed.slots
        assert said.get("compact", str(parsed)) == str(parsed)


def test_python_reads_what_the_command_makes(command):
    for form in FORMS:
        options = ("--form", form, "--slot", "type=a_b", "--owner", "Zoë")
        made = command("new", "session", "-n", "2000", *options)
        assert len(made) == 2_000
        for text in made:
            parsed = signet.parse(text, "session")
            assert parsed.form == form
            assert parsed.text(form) == text
            assert form != "readable" or parsed.slots == {"type": "a_b", "owner": "Zoë"}
        values = [signet.parse(text, "session") for text in made]
        assert values == sorted(set(values))


def test_both_agree_about_texts_that_are_nearly_ids(command):
    generator = random.Random(7)
    mutations = [mutated(generator, text) for text in samples() * 60]
    # A line is the input: no line ends in it, and none that are empty.
    texts = [text for text in mutations if text.strip() and not set("\n\r\0") & set(text)]
    assert len(texts) > 5_000
    counts = {True: 0, False: 0}
    for text, said in inspect(command, texts):
        compare(text, said)
        counts[signet.is_valid(text)] += 1
    assert min(counts.values()) > 1_000, counts


def compare(text, said):
    found = detect(text)
    try:
        parsed = signet.parse(text)
    except signet.IDError as error:
        if error.code in ("seal_unverified", "secret_not_id"):
            assert said["form"] == ("sealed" if error.code == "seal_unverified" else "secret")
            return
        if found is None:
            assert said["valid"] is False, text
            assert (said["code"], said["offset"]) == (error.code, error.offset), text
            assert str(error).startswith(f"byte {error.offset}: {said['error']}")
            return
    else:
        assert said["valid"] is True, text
        assert (said["form"], said.get("kind")) == (parsed.form, parsed.kind)
        assert said.get("slots", {}) == parsed.slots
        assert said.get("time_ms") == parsed.time or parsed.version != 7
        if parsed.form != "classic" or parsed.is_declared:
            assert said["uuid"] == str(parsed.uuid)
    # A UUID in its own spelling is both: an ID without a kind, and what may be adopted.
    if found is not None and said["form"] != "uuid":
        assert said["family"] == found.family, text
        assert said["confidence"] == found.certainty
        assert said.get("kind") == found.kind or found.kind is None
        if found.adopted is not None:
            assert said["uuid"] == _core.uuid_text(found.adopted)
        elif found.kind is not None:
            assert said["uuid"] == _core.uuid_text(_legacy.derive(text, found.kind))


def test_kinds_are_those_of_the_command(command, tmp_path):
    path = tmp_path / "kinds.json"
    path.write_text("\n".join(command("kinds", "list", "--json")), encoding="utf-8")
    listed = signet._kinds.read_catalog(path)
    built_in = signet._kinds.BUILT_IN
    own = [listed.get(kind) for kind in listed.kinds() if not listed.get(kind).is_built_in]
    assert own == []
    assert listed.kinds() == built_in.kinds()
    assert [listed.get(k) for k in listed.kinds()] == [built_in.get(k) for k in built_in.kinds()]
