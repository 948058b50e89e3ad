"""Every benchmark program prints the same result in every language that is installed."""

import json
import os
import subprocess

import pytest

BENCHMARKS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REPOSITORY = os.path.dirname(BENCHMARKS)
PROGRAMS = os.path.join(BENCHMARKS, "programs")
GROWTH = os.path.join(BENCHMARKS, "growth")
PARALLEL = os.path.join(BENCHMARKS, "parallel")
HARNESS = os.path.join(BENCHMARKS, "harness")
SUFFIXES = ["ruff", "c", "lua", "js", "py", "go"]
NAMES = sorted(name for name in os.listdir(PROGRAMS) if os.path.isdir(os.path.join(PROGRAMS, name)))
GROWTH_NAMES = sorted(name for name in os.listdir(GROWTH) if name.endswith(".ruff"))
# Results that are known from elsewhere, for sizes other than the default:
# the reference's benchmark, and the published descriptions of the programs.
KNOWN_RESULTS = [
    ("fib_recursive", 20, "6765"),
    ("fib_modulo", 100000, "911435502"),
    ("hash_map", 1000, "999000"),
    ("nested_loops", 100, "10000"),
    ("towers", 1, "8191"),
    ("bounce", 1, "1331"),
    # 2322 packets queued, 928 times held
    ("richards", 1, "2322928"),
]


def find_tool(name):
    """Path of an executable, or None."""
    for directory in os.environ.get("PATH", "").split(os.pathsep):
        path = os.path.join(directory, name)
        if os.access(path, os.X_OK) and os.path.isfile(path):
            return path
    return None


def find_ruff():
    """Path of the Ruff binary ($RUFF_C or the one at the top of the checkout), or None."""
    path = os.environ.get("RUFF_C") or os.path.join(REPOSITORY, "ruff-c")
    return path if os.access(path, os.X_OK) else None


def last_line(command, environment):
    """Last line that a command prints; a failing command fails the test."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    output, errors = process.communicate()
    assert process.returncode == 0, "%s\n%s" % (" ".join(command), errors.decode("utf-8", "replace")[-1000:])
    return output.decode("utf-8").splitlines()[-1]


def source_of(name, suffix):
    """Path of one version of a program."""
    return os.path.join(PROGRAMS, name, name + "." + suffix)


def commands(name, directory):
    """Pairs (peer, command) for every language that is installed; C and Go are compiled into `directory`."""
    found = [("ruff", find_ruff(), "ruff")]
    found += [(tool, find_tool(tool), suffix) for tool, suffix in
              [("luajit", "lua"), ("lua5.4", "lua"), ("node", "js"), ("python3", "py"), ("pypy3", "py")]]
    pairs = [(peer, [tool, source_of(name, suffix)]) for peer, tool, suffix in found if tool]
    binary = str(directory.join(name))
    if find_tool("gcc"):
        subprocess.check_call(["gcc", "-O2", "-std=gnu11", "-Wall", "-Werror", "-o", binary + "-c",
                               source_of(name, "c"), "-lm"])
        pairs.append(("gcc", [binary + "-c"]))
    if find_tool("go"):
        subprocess.check_call(["go", "build", "-o", binary + "-go", source_of(name, "go")])
        pairs.append(("go", [binary + "-go"]))
    return pairs


@pytest.fixture(scope="module")
def environment(tmpdir_factory):
    """Environment whose BENCHMARK_TEXT names a small text."""
    text = tmpdir_factory.mktemp("text").join("text.txt")
    text.write("To be, or not to be:\n  that is\tthe question\n\nTHE end of THE question\n" * 40)
    return dict(os.environ, BENCHMARK_TEXT=str(text))


@pytest.mark.parametrize("name", NAMES)
def test_same_result_in_every_language(name, environment, tmpdir):
    results = {}
    for peer, command in commands(name, tmpdir):
        results.setdefault(last_line(command, environment), []).append(peer)
    if not results:
        pytest.skip("no language of the benchmarks is installed")
    assert len(results) == 1, results
    assert list(results)[0].startswith("result: ")


@pytest.mark.parametrize("name,n,expected", KNOWN_RESULTS)
def test_known_result(name, n, expected, environment):
    for tool, suffix in [(find_ruff(), "ruff"), (find_tool("python3"), "py")]:
        if tool:
            assert last_line([tool, source_of(name, suffix), str(n)], environment) == "result: " + expected


@pytest.mark.parametrize("name", NAMES)
def test_every_language_has_the_same_harness(name):
    for suffix in SUFFIXES:
        with open(os.path.join(HARNESS, "harness." + suffix)) as harness, open(source_of(name, suffix)) as program:
            assert program.read().endswith("\n" + harness.read()), source_of(name, suffix)


def test_every_program_is_measured():
    with open(os.path.join(BENCHMARKS, "programs.json")) as source:
        table = json.load(source)
    assert sorted(set(entry.get("program", name) for name, entry in table.items())) == NAMES


@pytest.mark.parametrize("name", GROWTH_NAMES)
def test_growth_case(name, environment):
    program = os.path.join(GROWTH, name)
    twin = program[:-len("ruff")] + "py"
    if not find_ruff():
        pytest.skip("no Ruff binary")
    result = last_line([find_ruff(), program, "3000"], environment)
    assert result.startswith("result: ")
    if os.path.exists(twin) and find_tool("python3"):
        assert last_line(["python3", twin, "3000"], environment) == result


@pytest.mark.parametrize("name", sorted(os.listdir(PARALLEL)))
def test_parallel_program(name, environment):
    with open(os.path.join(HARNESS, "harness.ruff")) as harness, open(os.path.join(PARALLEL, name)) as program:
        assert program.read().endswith("\n" + harness.read())
    if not find_ruff():
        pytest.skip("no Ruff binary")
    expected = {"empty_items.ruff": "6", "one_core.ruff": "106898", "all_cores.ruff": "106898"}
    assert last_line([find_ruff(), os.path.join(PARALLEL, name), "4"], environment) == "result: " + expected[name]
