// Iterative Fibonacci with integers of any size: the result has every digit.
const DEFAULT_N = 300;

function benchmark(n) {
  let previous = 0n;
  let current = 1n;
  for (let step = 1; step < n; step++) {
    const following = previous + current;
    previous = current;
    current = following;
  }
  return current;
}

async function main(args) {
  const settings = [DEFAULT_N, 0, 1];
  for (let i = 0; i < 3; i++) {
    if (i < args.length) settings[i] = Number(args[i]);
  }
  const warmup = settings[1];
  let result;
  for (let step = 0; step < warmup + settings[2]; step++) {
    const start = performance.now();
    result = await benchmark(settings[0]);
    const elapsedMs = performance.now() - start;
    if (step >= warmup) console.log(`time_ms: ${elapsedMs}`);
  }
  console.log(`result: ${result}`);
}

main(process.argv.slice(2));
