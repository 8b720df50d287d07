"""`UnifiedIDManager` and `IdMigrationBridge`: names and argument orders of the earlier system."""

import uuid

import pytest

import signet
from signet import compat
from signet.compat import IdMigrationBridge, IDType, UnifiedIDManager

USER = "usr_alice_smith_2024"


@pytest.fixture
def manager():
    return UnifiedIDManager(capacity=50)


@pytest.fixture
def bridge():
    return IdMigrationBridge()


@pytest.mark.parametrize("id_type", list(IDType))
def test_every_type_is_made_and_parses(manager, id_type):
    text = manager.generate_id(id_type)
    assert signet.parse(text).kind == id_type.kind
    assert manager.is_valid_id(text, id_type)
    assert manager.get_active_ids(id_type) == {text}
    prefixed = manager.generate_id(id_type, "test")
    assert signet.parse(prefixed).kind == f"test_{id_type.kind}"
    assert manager.count_active_ids(id_type) == 2


def test_owner_and_slots_come_from_the_context(manager):
    text = manager.generate_id(IDType.SESSION, context={"user_id": USER, "type": "web"})
    assert signet.parse(text).slots == {"type": "web", "owner": USER}
    text = manager.generate_id(IDType.SESSION, context={"user_id": USER})
    assert signet.parse(text).slots == {}
    assert manager.get_id_metadata(text).user_id == USER
    text = manager.generate_id(IDType.WEBSOCKET, None, {"user_id": USER})
    assert signet.parse(text, "ws_conn").owner == USER


def test_users_see_their_own(manager):
    mine = manager.generate_id(IDType.WEBSOCKET, context={"user_id": "usr_alice_smith"})
    other = manager.generate_id(IDType.WEBSOCKET, context={"user_id": "usr_alice_jones"})
    assert manager.get_active_ids(IDType.WEBSOCKET, "usr_alice_smith") == {mine}
    assert manager.count_active_ids(IDType.WEBSOCKET, "usr_alice_jones") == 1
    assert manager.get_active_ids(IDType.WEBSOCKET) == {mine, other}


def test_a_life(manager):
    text = "session_run_usr_alice_b97ed28f"
    assert manager.register_existing_id(text, IDType.SESSION, {"user_id": "u"})
    assert not manager.register_existing_id(text, IDType.SESSION)
    assert manager.get_stats()["total_active"] == 1
    assert manager.release_id(text)
    assert not manager.release_id("unknown")
    assert manager.get_active_ids(IDType.SESSION) == set()
    assert manager.is_valid_id(text)
    assert not manager.is_valid_id(text, IDType.USER)
    assert manager.get_stats()["total_registered"] == 1
    assert manager.cleanup_released_ids() == 0
    assert manager.cleanup_released_ids(0) == 1
    assert manager.get_id_metadata(text) is None
    manager.clear_all()
    assert manager.get_stats()["total_registered"] == 0


def test_nothing_grows_for_ever(manager):
    made = [manager.generate_id(IDType.USER) for _ in range(500)]
    assert manager.get_stats()["total_registered"] == 50
    assert manager.get_active_ids(IDType.USER) == set(made[-50:])


@pytest.mark.parametrize(
    ("run", "thread"),
    [
        ("run_thread_op_5_deadbeef_17565_b97ed28f", "thread_op_5_deadbeef"),
        ("run_thread_op_5_deadbeef_1757927717565_b97ed28f", "thread_op_5_deadbeef"),
        ("run_chat_2_49ab01cd", "thread_chat_2_49ab01cd"),
        ("run_01j7nsj96je00838djrfaebxg7", "thread_01j7nsj96je00838djrfaebxg7"),
        ("websocket_factory_1757372478799", ""),
        ("session_01j7nsj96je00838djrfaebxg7", ""),
        ("", ""),
    ],
)
def test_the_thread_of_a_run(run, thread):
    assert UnifiedIDManager.extract_thread_id(run) == thread
    assert UnifiedIDManager.validate_run_id(run) is bool(thread)
    assert UnifiedIDManager.parse_run_id(run)["thread_id"] == thread


def test_runs_of_a_thread():
    thread = signet.new("thread", operation="chat")
    runs = [UnifiedIDManager.generate_run_id(thread) for _ in range(3)]
    assert {UnifiedIDManager.extract_thread_id(run) for run in runs} == {thread}
    assert len({signet.parse(run) for run in runs}) == 3
    parts = UnifiedIDManager.parse_run_id(runs[0])
    assert parts["valid"] is True
    assert parts["uuid_part"] == signet.parse(runs[0]).tail
    assert signet.is_valid(UnifiedIDManager.generate_thread_id(), "thread")


def test_uuids_are_adopted_and_given_back():
    original = uuid.uuid4()
    for spelling in (str(original), original.hex, str(original).upper(), original.urn):
        text = UnifiedIDManager.convert_uuid_to_structured(spelling, IDType.SESSION)
        assert signet.parse(text, "session").uuid == original
        assert UnifiedIDManager.convert_structured_to_uuid(text) == str(original)
    with pytest.raises(ValueError, match="no form of an ID"):
        UnifiedIDManager.convert_uuid_to_structured("1234", IDType.SESSION)
    assert UnifiedIDManager.convert_structured_to_uuid("nothing") is None


def test_the_registry_of_the_process():
    text = compat.generate_id(IDType.REQUEST)
    assert compat.get_id_manager().is_valid_id(text, IDType.REQUEST)
    assert compat.is_valid_id_format(text)
    assert compat.is_valid_id_format("req_0123456789ab")
    assert not compat.is_valid_id_format("nothing")


@pytest.mark.parametrize("form", ["readable", "compact", "uuid", "checked"])
def test_todays_ids_are_never_called_legacy(bridge, form):
    text = signet.new("run", operation="chat", form=form)
    assert bridge.detect(text) is None
    assert not bridge.is_legacy(text)
    assert bridge.translate(text, "run") == signet.parse(text, "run").compact


@pytest.mark.parametrize(
    ("text", "kind", "translation"),
    [
        ("thread_chat_42_ab12cd34", None, "40afea2f-206f-8317-ac0a-d026b495ea0a"),
        ("websocket_factory_1757372478799", "run", "01992b8f-f54f-8655-bc48-18b3cbefb1dd"),
        (
            "5F0C6A523B1E4C9A9D2F0A1B2C3D4E5F",
            "session",
            "5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f",
        ),
    ],
)
def test_translation_goes_both_ways(bridge, text, kind, translation):
    assert bridge.is_legacy(text)
    new = bridge.translate(text, kind)
    assert str(signet.parse(new).uuid) == translation
    assert IdMigrationBridge().translate(text, kind) == new
    assert bridge.translate_back(new) == text
    alone = IdMigrationBridge().translate_back(new)
    assert alone == (translation if "4c9a" in translation else None)


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("websocket_factory_1757372478799", None, "kind_missing"),
        ("hello", None, "unknown_form"),
        ("hello", "run", "unknown_form"),
        ("run_01j7nsj96je00838djrfaebxg7", "thread", "wrong_kind"),
    ],
)
def test_translations_that_are_refused(bridge, text, kind, code):
    with pytest.raises(signet.IDError) as caught:
        bridge.translate(text, kind)
    assert caught.value.code == code


def test_all_names_of_a_resource_are_found(bridge):
    thread, run = signet.family("thread", "run", operation="chat")
    later = UnifiedIDManager.generate_run_id(thread)
    other_thread, other_run = signet.family("thread", "run", operation="chat")
    candidates = [
        signet.parse(thread).compact,
        str(signet.parse(thread).uuid),
        run,
        later,
        other_thread,
        other_run,
        UnifiedIDManager.generate_run_id(other_thread),
        "thread_chat",
    ]
    assert bridge.find_matching_ids(thread, candidates) == candidates[:4]
    old, new = "thread_op_5_deadbeef", bridge.translate("thread_op_5_deadbeef")
    names = [new, "run_thread_op_5_deadbeef_17565_b97ed28f", old, "thread_op_5_deadbeee"]
    for name in (old, new):
        assert bridge.find_matching_ids(name, names) == names[:3]


def test_whether_a_set_is_safe_to_migrate(bridge):
    texts = ["thread_chat_42_ab12cd34", signet.new("thread"), "thread_chat_42_ab12cd34"]
    safety = bridge.validate_migration_safety(texts)
    assert safety.is_safe
    assert safety.families == {"counted": 2, "signet": 1}
    original = uuid.uuid4()
    texts += ["hello", str(original), original.hex, "websocket_factory_1757372478799"]
    safety = bridge.validate_migration_safety(texts, "thread")
    assert not safety.is_safe
    assert safety.unknown == (3,)
    assert safety.conflicts == ((4, 5),)
    assert safety.families["unknown"] == 1
    assert bridge.validate_migration_safety(["ws_factory_1757372478799"]).unknown == (0,)


def test_the_bridge_remembers_so_many(bridge):
    small = IdMigrationBridge(capacity=10)
    new = [small.translate(f"thread_chat_{number}_ab12cd34") for number in range(100)]
    known = [text for text in new if small.translate_back(text) is not None]
    assert known == new[-10:]
