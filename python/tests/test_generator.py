"""The generator: increasing and unique whatever threads, signals, clock and entropy do."""

import os
import signal
import sys
import threading
import time

import pytest

import signet
from signet import _generator
from signet._generator import Generator, counting, guarded_counting

NOW = 1_726_234_567_890
MILLISECOND = 1_000_000


class Clock:
    """A clock, and an uptime that runs with it until somebody sets the clock."""

    def __init__(self, milliseconds=NOW):
        self.now = milliseconds
        self.up = 5_000

    def __call__(self):
        return self.now * MILLISECOND

    def uptime(self):
        return self.up * MILLISECOND

    def pass_by(self, milliseconds):
        self.now += milliseconds
        self.up += milliseconds


def make(clock, **options):
    return Generator(clock, uptime=options.pop("uptime", clock.uptime), **options)


def test_ids_increase():
    ids = [signet.new("run") for _ in range(20_000)]
    assert ids == sorted(ids)
    signet.testing.assert_unique(ids)
    signet.testing.assert_increasing(ids)


def test_forms_are_in_one_order():
    forms = ("readable", "compact", "checked")
    signet.testing.assert_increasing(signet.new("run", form=form) for form in forms * 500)


def test_the_time_is_now():
    before = time.time_ns() // MILLISECOND
    made = signet.parse(signet.new("run")).time
    assert before - 50 <= made <= time.time_ns() // MILLISECOND + 50


def test_a_millisecond_begins_with_17_random_bits():
    clock = Clock()
    generator = make(clock)
    counters = []
    for _ in range(300):
        clock.pass_by(1)
        counters.append(generator.core() >> 64 & 0xFFF)
    assert max(counters) < 1 << 11
    assert len(set(counters)) > 200


def test_a_clock_that_goes_back_does_no_harm():
    clock = Clock()
    generator = make(clock)
    first = generator.core()
    clock.now -= 3_600_000
    cores = [generator.core() for _ in range(100)]
    assert cores == sorted({*cores, first} - {first})
    assert first < cores[0]
    assert {core >> 80 for core in cores} == {NOW}


def test_the_counter_carries_into_the_next_millisecond():
    clock = Clock()
    generator = make(clock, start=262_143)
    assert generator.core() >> 80 == NOW
    carried = generator.core()
    assert carried >> 80 == NOW + 1
    assert carried >> 64 & 0xFFF == 0


def test_a_leap_that_the_uptime_does_not_explain_is_refused():
    clock = Clock()
    generator = make(clock)
    generator.core()
    clock.now += 3_700_000
    with pytest.raises(signet.IDError) as caught:
        generator.core()
    assert caught.value.code == "clock_far_ahead"
    clock.now -= 3_700_000
    assert generator.core()


def test_a_long_sleep_is_no_leap():
    clock = Clock()
    generator = make(clock)
    generator.core()
    clock.pass_by(100 * 3_600_000)
    assert generator.core() >> 80 == clock.now


@pytest.mark.parametrize(("hours", "is_refused"), [(23, False), (25, True)])
def test_without_an_uptime_a_day_is_the_limit(hours, is_refused):
    clock = Clock()
    generator = make(clock, uptime=lambda: None)
    generator.core()
    clock.now += hours * 3_600_000
    if is_refused:
        with pytest.raises(signet.IDError, match="jumped far ahead"):
            generator.core()
    else:
        assert generator.core() >> 80 == clock.now


@pytest.mark.parametrize("time", [0, 999_999_999_999, 10_000_000_000_000])
def test_a_clock_without_13_digits_is_refused(time):
    clock = Clock(time)
    with pytest.raises(signet.IDError) as caught:
        make(clock).core()
    assert caught.value.code == "clock_out_of_range"


@pytest.mark.parametrize("error", [OSError("no entropy"), NotImplementedError()])
def test_failing_entropy_makes_no_id(monkeypatch, error):
    def fail(count):
        raise error

    monkeypatch.setattr(_generator, "shared", Generator())
    monkeypatch.setattr(os, "urandom", fail)
    for make_one in (signet.uuid, lambda: signet.new("run"), lambda: signet.family("thread")):
        with pytest.raises(signet.IDError) as caught:
            make_one()
        assert caught.value.code == "entropy_unavailable"
    with pytest.raises(signet.SealError, match="source of entropy failed"):
        signet.Secret("session")


def test_an_exhausted_table_of_files_does_not_matter():
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    generator = Generator()
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, limits[1]))
        cores = {generator.core() for _ in range(2 * _generator._BATCH)}
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert len(cores) == 2 * _generator._BATCH


@pytest.mark.parametrize("successor", [counting, guarded_counting])
def test_threads_never_share_a_word(monkeypatch, successor):
    if successor is counting and not _generator._has_gil():
        pytest.skip("this Python has no GIL, and the generator does not count so there")
    monkeypatch.setattr(_generator, "successor", successor)
    monkeypatch.setattr(_generator, "shared", Generator())
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    made = []

    def work():
        made.append([signet.new("run") for _ in range(4_000)])

    try:
        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    for ids in made:
        assert ids == sorted(ids)
    words = {text[:-15] for ids in made for text in ids}
    assert len(words) == 8 * 4_000


def test_the_guard_lets_one_thread_count_at_a_time(monkeypatch):
    def counted_in_steps(number):
        while True:
            yield number  # a second thread inside of this generator would raise
            time.sleep(0)
            number += 1

    monkeypatch.setattr(_generator, "count", counted_in_steps)
    following, taken = guarded_counting(7), []
    threads = [
        threading.Thread(target=lambda: taken.extend(following() for _ in range(500)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(7, 2_007))


def test_what_another_thread_made_before_is_smaller():
    """Threads take turns: each ID must be greater than the one that was made in the turn before."""
    count, made, turn = 4, [], threading.Condition()

    def work(place):
        for number in range(place, 2_000, count):
            with turn:
                turn.wait_for(lambda wanted=number: len(made) == wanted)
                made.append(signet.new("run"))
                turn.notify_all()

    threads = [threading.Thread(target=work, args=(place,)) for place in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 2_000
    assert made == sorted(set(made))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer signals here")
def test_a_signal_handler_may_make_ids_at_any_instant():
    inside, busy = [], []

    def handle(number, frame):
        if not busy:  # a handler inside of a handler would note its ID before the outer one does
            busy.append(True)
            inside.append(signet.new("run"))
            busy.clear()

    before = signal.signal(signal.SIGALRM, handle)
    signal.setitimer(signal.ITIMER_REAL, 0.0002, 0.0002)
    try:
        outside = []
        while len(inside) < 300:
            outside.append(signet.new("run"))
            _generator.shared.limit = 0  # each ID takes the long way
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert outside == sorted(outside)
    assert inside == sorted(inside)
    assert len({text[:-15] for text in outside + inside}) == len(outside) + len(inside)


def test_while_one_thread_moves_the_word_others_do_not_wait():
    clock = Clock()
    generator = make(clock)
    first = generator.core()
    clock.pass_by(1)
    with generator._moving:
        second = generator.core()
    third = generator.core()
    assert first < second < third
    assert [core >> 80 for core in (first, second, third)] == [NOW, NOW, NOW + 1]


def test_a_replaced_counter_may_still_be_used():
    """A thread that was interrupted before it counted takes its value from the old counter."""
    clock = Clock()
    generator = make(clock, entropy=lambda: ["0" * 14])
    old = generator.next_word = counting((NOW << 18) + 262_100)
    generator.core()
    clock.pass_by(1)
    new = generator.mint()[0]
    assert new >> 18 == NOW + 1
    assert max(old() for _ in range(4_000)) < new
