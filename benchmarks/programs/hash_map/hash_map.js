// Fills a map with int keys 0..n-1, then reads every entry.
// An object is several times as fast as a Map for these keys.
const DEFAULT_N = 100;

function benchmark(n) {
  const table = Object.create(null);
  for (let i = 0; i < n; i++) table[i] = i * 2;
  let total = 0;
  for (let i = 0; i < n; i++) total = total + table[i];
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
