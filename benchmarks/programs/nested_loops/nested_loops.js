// Counts the inner rounds of two nested loops of n rounds each.
const DEFAULT_N = 10;

function benchmark(n) {
  let rounds = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) rounds = rounds + 1;
  }
  return rounds;
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
