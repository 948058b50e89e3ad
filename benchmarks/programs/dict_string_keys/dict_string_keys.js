// Counts n events in a map with a thousand string keys.
// An object is faster than a Map for these keys.
const DEFAULT_N = 2000;

function benchmark(n) {
  const names = [];
  for (let i = 0; i < 1000; i++) names.push("key" + i);
  const counts = Object.create(null);
  for (let i = 0; i < n; i++) {
    const name = names[i * 7919 % 1000];
    if (name in counts) {
      counts[name] = counts[name] + 1;
    } else {
      counts[name] = 1;
    }
  }
  let check = 0;
  for (let i = 0; i < 1000; i++) check = (check * 31 + (counts[names[i]] ?? 0)) % 1000003;
  return check;
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
