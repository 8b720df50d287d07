"""The examples of the README, as its readers would run them."""

import doctest
import pathlib

import signet

README = pathlib.Path(__file__).resolve().parents[1] / "README.md"
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def test_the_examples_of_the_readme():
    failed, tried = doctest.testfile(str(README), module_relative=False, optionflags=FLAGS)
    assert (failed, tried > 20) == (0, True)


def test_the_examples_of_the_modules():
    for module in (signet, signet.testing):
        failed, tried = doctest.testmod(module, optionflags=FLAGS)
        assert (failed, tried > 0) == (0, True)
