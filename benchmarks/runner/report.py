"""The results as a text table."""

from runner.peers import RUFF


def milliseconds(number):
    """Short text for a time in ms (or another unit)."""
    if number is None:
        return "-"
    return "%.1f" % number if number < 100 else "%.0f" % number


def aligned(rows):
    """Lines of a table: first column left, the others right aligned. rows: lists of texts of one length."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        lines.append("  ".join(cells).rstrip())
    return lines


def program_table(programs, peers, what, cell):
    """Lines of one table: a row for each program, a column for each peer. cell(program, peer name) gives a text."""
    rows = [["program", "N"] + [peer.label for peer in peers]]
    for name, program in programs.items():
        rows.append([name, str(program["n"])] + [cell(program, peer.name) for peer in peers])
    return [what, ""] + aligned(rows) + [""]


def time_cell(key):
    """Cell function: median of the summary `key` in ms, and in brackets Ruff's time divided by it."""
    def cell(program, name):
        summary = program["peers"].get(name, {}).get(key)
        if summary is None:
            return "-"
        own = program["peers"].get(RUFF, {}).get(key)
        text = milliseconds(summary["median"])
        if name == RUFF or own is None or summary["median"] <= 0:
            return text
        return "%s (%.2f)" % (text, own["median"] / summary["median"])
    return cell


def memory_cell(program, name):
    """Cell function: peak memory in MB."""
    measured = program["peers"].get(name)
    return "%.0f" % (measured["peak_kb"] / 1024.0) if measured else "-"


def empty_lines(empty, peers):
    """Lines of the table of the empty program."""
    if not empty:
        return []
    rows = [["empty program", "median ms", "p90 ms", "memory MB"]]
    for peer in peers:
        if peer.name in empty:
            whole = empty[peer.name]["whole_ms"]
            rows.append([peer.label, "%.2f" % whole["median"], "%.2f" % whole["p90"],
                         "%.1f" % (empty[peer.name]["peak_kb"] / 1024.0)])
    return aligned(rows) + [""]


def growth_lines(growth):
    """Lines of the table of growth cases."""
    if not growth:
        return []
    rows = [["growth", "ns per step, 10^5", "large", "ratio", "Python twin"]]
    for name, case in growth.items():
        if "ratio" in case:
            texts = ["%.1f" % case["small_ns"], "%.1f" % case["large_ns"], "%.2f" % case["ratio"]]
        else:
            texts = ["-", "-", "failed" if "error" in case else "-"]
        rows.append([name] + texts + ["%.2f" % case["twin_ratio"] if "twin_ratio" in case else ""])
    return aligned(rows) + [""]


def parallel_lines(parallel):
    """Lines about parallel_map."""
    if not parallel:
        return []
    rows = [["parallel_map", "items", "one core ms", "%d cores ms" % parallel["processors"], "ratio", "empty item ns"]]
    texts = [milliseconds(parallel.get(key)) for key in ("one_core_ms", "all_cores_ms")]
    texts += ["%.2f" % parallel["ratio"] if "ratio" in parallel else "-", milliseconds(parallel.get("empty_item_ns"))]
    return aligned(rows + [["work of 10 ms", str(parallel["items"])] + texts]) + [""]


def gate_lines(gate_list):
    """Lines of the gate table; the last one counts."""
    rows = [["gate", "at most", "measured", "", "margin"]]
    for one in gate_list:
        limit = "%.2f" % one["limit"] if one["limit"] < 1000 else "%d" % one["limit"]
        if one["measured"] is None:
            rows.append([one["what"], limit, "-", one["verdict"], ""])
        else:
            measured = "%.2f" % one["measured"] if one["limit"] < 1000 else "%d" % one["measured"]
            rows.append([one["what"], limit, measured, one["verdict"], "%+.0f %%" % (one["margin"] * 100)])
    counts = [sum(one["verdict"] == verdict for one in gate_list) for verdict in ("pass", "MISS", "not measured")]
    return aligned(rows) + ["", "%d gates passed, %d missed, %d not measured" % tuple(counts), ""]


def failure_lines(programs, growth, parallel):
    """Lines that name wrong results and failed programs; empty when all went well."""
    lines = []
    for name, program in programs.items():
        if program["disagreement"]:
            lines.append("WRONG RESULT in %s: %s" % (name, program["disagreement"]))
        for peer, error in program["errors"].items():
            lines.append("FAILED %s on %s: %s" % (name, peer, error))
    for name, case in growth.items():
        if "error" in case:
            lines.append("FAILED growth %s: %s" % (name, case["error"]))
    if "error" in parallel:
        lines.append("FAILED parallel_map: %s" % parallel["error"])
    return lines + [""] if lines else []


def text_report(report, peers):
    """The whole report as a text. report: the dict that is also written as JSON."""
    programs = report["programs"]
    lines = ["Machine: %s, %s, %s" % (report["machine"]["processor"], report["machine"]["system"], report["machine"]["governor"])]
    lines += ["%s: %s" % (peer.label, report["versions"][peer.name]) for peer in peers]
    lines += ["%s: not installed, left out" % label for label in report["missing"]] + [""]
    if report["quick"]:
        lines += ["Quick run: small sizes and few repetitions; the numbers are not the ones to quote.", ""]
    if programs:
        lines += program_table(programs, peers, "Time in process after warm-up, median in ms (Ruff's time / this one)",
                               time_cell("in_process_ms"))
        lines += program_table(programs, peers, "Whole process, median in ms (Ruff's time / this one)", time_cell("whole_ms"))
        lines += program_table(programs, peers, "Peak memory in MB", memory_cell)
    lines += empty_lines(report["empty"], peers) + growth_lines(report["growth"]) + parallel_lines(report["parallel"])
    lines += gate_lines(report["gates"]) + failure_lines(programs, report["growth"], report["parallel"])
    return "\n".join(lines)
