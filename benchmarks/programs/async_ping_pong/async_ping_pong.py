# Two async functions hand a number to and fro; the answer comes only after the event loop has had its turn.
# The event loop is asyncio's.
import asyncio
import sys
import time
DEFAULT_N = 100


async def pong(number):
    await asyncio.sleep(0)
    return (number * 3 + 1) % 1000003


async def ping(rounds):
    number = 1
    for i in range(rounds):
        number = await pong(number + i)
    return number


def benchmark(n):
    return asyncio.run(ping(n))


def main(arguments):
    settings = [DEFAULT_N, 0, 1]
    for i in range(3):
        if i < len(arguments):
            settings[i] = int(arguments[i])
    warmup = settings[1]
    for step in range(warmup + settings[2]):
        start = time.perf_counter()
        result = benchmark(settings[0])
        elapsed_ms = (time.perf_counter() - start) * 1000
        if step >= warmup:
            print("time_ms: %f" % elapsed_ms)
    print("result: %s" % (result,))


main(sys.argv[1:])
