"""The runner: statistics, gates, wrong results, the picture."""

import json
import os
import stat
import subprocess
import sys
import xml.dom.minidom

import pytest

BENCHMARKS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, BENCHMARKS)

from runner import chart, gates, statistics, timing
from runner.peers import all_peers


def measured(**medians):
    """A measured program whose in-process medians are given by peer."""
    return {"group": "other", "peers": dict((name, {"in_process_ms": {"median": medians[name]}}) for name in medians)}


def measured_whole(**medians):
    """The same for the time of the whole process."""
    return {"group": "other", "peers": dict((name, {"whole_ms": {"median": medians[name]}}) for name in medians)}


def gate_named(found, text):
    """The only gate whose description contains a text."""
    [one] = [gate for gate in found if text in gate["what"]]
    return one


def test_percentile_interpolates():
    assert statistics.percentile([4, 1, 3, 2], 0.5) == 2.5
    assert statistics.summary([5.0, 1.0, 9.0])["median"] == 5.0


def test_geometric_mean():
    assert abs(statistics.geometric_mean([0.5, 8.0]) - 2.0) < 1e-12
    assert statistics.geometric_mean([]) is None


def test_gate_passes_and_misses_by_its_margin():
    assert gates.gate("x", 2.0, 1.0) == {"what": "x", "limit": 2.0, "measured": 1.0, "verdict": "pass", "margin": 0.5}
    assert gates.gate("x", 2.0, 3.0)["verdict"] == "MISS"
    assert gates.gate("x", 2.0, 3.0)["margin"] == -0.5
    assert gates.gate("x", 2.0, None)["verdict"] == "not measured"


def test_program_gates():
    programs = {"fast": measured(ruff=1.0, pypy3=2.0, luajit=4.0, node=0.25),
                "slow": measured(ruff=3.0, pypy3=2.0, luajit=3.0, node=3.0)}
    found = gates.program_gates(programs)
    assert gate_named(found, "fast: time / pypy3")["verdict"] == "pass"
    assert gate_named(found, "slow: time / pypy3")["verdict"] == "MISS"
    assert gate_named(found, "mean of the other programs: time / luajit")["measured"] == pytest.approx(0.5)
    assert gate_named(found, "mean of the other programs: time / node")["verdict"] == "MISS"


def test_program_gates_of_the_whole_process():
    found = gates.program_gates({"fast": measured_whole(ruff=1.0, pypy3=2.0, luajit=4.0, node=0.25)})
    assert gate_named(found, "fast: whole process / pypy3")["measured"] == 0.5
    assert gate_named(found, "fast: time / pypy3")["verdict"] == "not measured"
    assert gate_named(found, "mean of the other programs: whole process / luajit")["verdict"] == "pass"
    assert gate_named(found, "mean of the other programs: whole process / node")["verdict"] == "MISS"


def test_parallel_map_needs_two_processors():
    assert gates.parallel_gates({"processors": 2, "ratio": 0.54})[0]["verdict"] == "pass"
    assert gates.parallel_gates({"processors": 2, "ratio": 0.56})[0]["verdict"] == "MISS"
    assert gates.parallel_gates({"processors": 1, "ratio": 1.0})[0]["verdict"] == "not measured"
    assert gates.parallel_gates({})[0]["verdict"] == "not measured"


def test_different_results_on_one_core_and_on_all_are_an_error(tmpdir):
    body = 'case "$1" in *all_cores*) echo "result: 2";; *) echo "result: 1";; esac; echo time_ms: 1.0\n'
    code, text, report = run_with_ruff(body, tmpdir, ["--peers", "ruff"], "programs,empty,growth")
    assert code == 1
    assert "FAILED parallel_map: all cores give 2, one core 1" in text
    assert "ratio" not in report["parallel"]


def test_parallel_map_is_measured(tmpdir):
    body = 'case "$1" in *one_core*) echo time_ms: 8.0;; *all_cores*) echo time_ms: 4.0;;\n'
    body += '*) for i in 1 2 3 4 5; do echo time_ms: 2.0; done;; esac; echo "result: 1"\n'
    code, text, report = run_with_ruff(body, tmpdir, ["--peers", "ruff"], "programs,empty,growth")
    assert code == 0, text
    assert report["parallel"]["ratio"] == 0.5
    assert report["parallel"]["empty_item_ns"] == pytest.approx(200.0)


def test_exact_fibonacci_may_be_a_tenth_behind_pypy():
    program = dict(measured(ruff=1.05, pypy3=1.0, python3=2.0), group="exact")
    assert [gate["verdict"] for gate in gates.program_gates({"x": program})[:2]] == ["pass", "pass"]


def test_growth_of_a_dict_is_compared_with_its_twin():
    found = gates.growth_gates({"d": {"has_twin": True, "ratio": 4.0, "twin_ratio": 3.0},
                                "a": {"has_twin": False, "ratio": 4.0}})
    assert gate_named(found, "growth d:")["verdict"] == "pass"
    assert gate_named(found, "growth a:")["verdict"] == "MISS"


def test_disagreement_names_who_differs():
    assert timing.disagreement({"c": "1", "go": "1"}) is None
    assert timing.disagreement({"c": "1", "go": "1", "ruff": "2"}) == "c, go: 1; ruff: 2"


def test_chart_is_a_document_with_a_dot_for_each_ratio():
    programs = {"one": measured(ruff=1.0, c=0.5, pypy3=3.0), "two": measured(ruff=1.0, c=2.0)}
    document = xml.dom.minidom.parseString(chart.ratio_chart(programs, all_peers()))
    titles = [node.firstChild.data for node in document.getElementsByTagName("title")]
    assert "one, pypy3: 3.00" in titles and "geometric mean, c: 1.00" in titles
    assert len(titles) == 5


def run_with_ruff(body, tmpdir, arguments, skipped="whole,empty,growth,parallel"):
    """Runs run.py on a stand-in for the Ruff binary, a shell script; returns (exit code, output, report)."""
    script = tmpdir.join("ruff-c")
    script.write("#!/bin/sh\n" + body)
    script.chmod(script.stat().mode | stat.S_IXUSR)
    output = tmpdir.join("results")
    command = ["python3", os.path.join(BENCHMARKS, "run.py"), "--quick", "--skip", skipped,
               "--output", str(output)] + arguments
    process = subprocess.Popen(command, env=dict(os.environ, RUFF_C=str(script)), stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT)
    text = process.communicate()[0].decode("utf-8")
    with open(str(output.join("results.json"))) as source:
        return process.returncode, text, json.load(source)


HARNESS_OUTPUT = "for i in 1 2 3 4 5; do echo time_ms: 0.001; done; echo result: %s\n"


def test_wrong_result_fails_the_run(tmpdir):
    code, text, report = run_with_ruff(HARNESS_OUTPUT % "1", tmpdir, ["--only", "bounce", "--peers", "ruff,python3"])
    assert code == 1
    assert "WRONG RESULT in bounce" in text
    assert report["programs"]["bounce"]["disagreement"]


def test_right_result_passes_and_is_measured(tmpdir):
    body = 'shift; python3 %s/programs/bounce/bounce.py "$@"\n' % BENCHMARKS
    code, text, report = run_with_ruff(body, tmpdir, ["--only", "bounce", "--peers", "ruff,python3"])
    assert code == 0, text
    assert report["programs"]["bounce"]["peers"]["ruff"]["in_process_ms"]["count"] == 5
    assert os.path.exists(str(tmpdir.join("results", "ratios.svg")))


def test_crashing_program_fails_the_run(tmpdir):
    code, text, _ = run_with_ruff("echo broken >&2; exit 1\n", tmpdir, ["--only", "bounce", "--peers", "ruff,python3"])
    assert code == 1
    assert "FAILED bounce on ruff" in text and "broken" in text
