"""A picture (SVG) of the ratios: how many times as long as Ruff each peer takes, on a logarithmic scale."""

import math
from xml.sax.saxutils import escape

from runner.gates import ratio
from runner.peers import RUFF
from runner.statistics import geometric_mean

COLOURS = {"c": "#555555", "go": "#00a0c0", "luajit": "#2b4c9b", "node": "#3c873a", "pypy3": "#c9a227",
           "lua5.4": "#8fa8dc", "python3": "#e3c878"}
LEFT, TOP, PLOT, ROW, WIDTH = 170, 86, 640, 22, 860
LOW, HIGH = 0.05, 200.0


def position(speedup):
    """x of a speed-up on the logarithmic axis, clipped to its ends."""
    clipped = min(max(speedup, LOW), HIGH)
    return LEFT + PLOT * (math.log10(clipped / LOW) / math.log10(HIGH / LOW))


def text(x, y, content, anchor="start", size=12, colour="#222222", weight="normal"):
    """One SVG text element."""
    return ('<text x="%.1f" y="%.1f" text-anchor="%s" font-size="%d" font-weight="%s" fill="%s">%s</text>'
            % (x, y, anchor, size, weight, colour, escape(content)))


def line(x1, y1, x2, y2, colour, width=1.0):
    """One SVG line element."""
    return '<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-width="%.1f"/>' % (x1, y1, x2, y2, colour, width)


def speedups(programs, peers):
    """Rows of the picture: (name, {peer name: peer's time / Ruff's time}); the last row is the geometric mean."""
    rows = []
    for name, program in programs.items():
        ratios = {peer.name: ratio(program, peer.name) for peer in peers if peer.name != RUFF}
        rows.append((name, {name: 1.0 / number for name, number in ratios.items() if number}))
    means = {}
    for peer in peers:
        numbers = [row[peer.name] for _, row in rows if peer.name in row]
        if numbers:
            means[peer.name] = geometric_mean(numbers)
    return rows + [("geometric mean", means)]


def axis(bottom):
    """Elements of the grid and its labels; the line at 1 is Ruff."""
    parts = []
    for tick in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100):
        x = position(tick)
        parts.append(line(x, TOP - 8, x, bottom, "#c03030" if tick == 1 else "#dddddd", 1.5 if tick == 1 else 1.0))
        parts.append(text(x, TOP - 14, "%gx" % tick, "middle", 11, "#c03030" if tick == 1 else "#666666"))
    return parts


def legend(peers):
    """Elements that name the colours."""
    parts, x = [], LEFT
    for peer in peers:
        if peer.name != RUFF:
            parts.append('<circle cx="%d" cy="52" r="5" fill="%s"/>' % (x, COLOURS[peer.name]))
            parts.append(text(x + 9, 56, peer.label, size=12))
            x += 26 + 7 * len(peer.label)
    return parts


def ratio_chart(programs, peers):
    """The SVG document as a string."""
    rows = speedups(programs, peers)
    bottom = TOP + ROW * len(rows)
    height = bottom + 34
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" '
             'font-family="Helvetica, Arial, sans-serif">' % (WIDTH, height, WIDTH, height),
             '<rect width="%d" height="%d" fill="white"/>' % (WIDTH, height),
             text(20, 28, "Time of other languages divided by Ruff's time (in process, after warm-up)", size=16, weight="bold")]
    parts += legend(peers) + axis(bottom)
    for index, (name, row) in enumerate(rows):
        y = TOP + ROW * index + ROW / 2.0
        last = index == len(rows) - 1
        parts.append(text(LEFT - 12, y + 4, name, "end", weight="bold" if last else "normal"))
        parts.append(line(LEFT, y, LEFT + PLOT, y, "#cccccc" if last else "#f0f0f0"))
        for peer_name in sorted(row, key=row.get):
            parts.append('<circle cx="%.1f" cy="%.1f" r="5" fill="%s" fill-opacity="0.85"><title>%s</title></circle>'
                         % (position(row[peer_name]), y, COLOURS[peer_name],
                            escape("%s, %s: %.2f" % (name, peer_name, row[peer_name]))))
    parts.append(text(LEFT, bottom + 22, "left of the red line: faster than Ruff; right: slower", size=11, colour="#666666"))
    return "\n".join(parts + ["</svg>", ""])
