// Sums a list of n integers, fifty times over.
const DEFAULT_N = 100;

function benchmark(n) {
  const numbers = [];
  for (let i = 0; i < n; i++) numbers.push(i);
  let total = 0;
  for (let pass = 0; pass < 50; pass++) {
    for (const number of numbers) total = total + number;
  }
  return total;
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
