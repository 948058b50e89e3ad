// A map with n scattered int keys: filled, then asked for 2n keys of which half are missing.
// An object is faster than a Map for these keys.
const DEFAULT_N = 100;

function benchmark(n) {
  const table = Object.create(null);
  for (let i = 0; i < n; i++) table[i * 2654435761 % 4294967296] = i;
  let total = 0;
  let missing = 0;
  for (let i = 0; i < 2 * n; i++) {
    const key = i * 2654435761 % 4294967296;
    if (key in table) {
      total = total + table[key];
    } else {
      missing = missing + 1;
    }
  }
  return total + missing;
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
