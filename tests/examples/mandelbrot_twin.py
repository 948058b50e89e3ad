"""The same picture as examples/mandelbrot.ruff with the palette fire, in Python 3:

    python3 mandelbrot_twin.py WIDTH HEIGHT CENTRE_X CENTRE_Y SCALE LIMIT SAMPLES
"""

import sys

STOPS = [(0, 0, 0), (128, 0, 0), (255, 128, 0), (255, 255, 160), (255, 128, 0), (128, 0, 0)]
STEPS = 16


def escape_time(x, y, limit):
    """Without the short cut for points that are known to be inside."""
    re = im = 0.0
    for n in range(limit):
        if re * re + im * im > 4.0:
            return n
        re, im = re * re - im * im + x, 2.0 * re * im + y
    return limit


def fade(first, last, step):
    """Rounds toward zero."""
    return first + int((last - first) * step / STEPS)


def main(width, height, centre_x, centre_y, scale, limit, samples):
    colours = [tuple(fade(first, last, step) for first, last in zip(stop, following))
               for stop, following in zip(STOPS, STOPS[1:] + STOPS[:1])
               for step in range(STEPS)]
    distance = scale / (width * samples)
    print('P3\n%d %d\n255' % (width, height))
    for row in range(height):
        for column in range(width):
            total = [0, 0, 0]
            for dy in range(samples):
                y = centre_y - (row * samples + dy - height * samples / 2.0 + 0.5) * distance
                for dx in range(samples):
                    x = centre_x + (column * samples + dx - width * samples / 2.0 + 0.5) * distance
                    time = escape_time(x, y, limit)
                    if time < limit:
                        for part, value in enumerate(colours[time % len(colours)]):
                            total[part] += value
            print(*[part // (samples * samples) for part in total])


if __name__ == '__main__':
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]),
         float(sys.argv[5]), int(sys.argv[6]), int(sys.argv[7]))
