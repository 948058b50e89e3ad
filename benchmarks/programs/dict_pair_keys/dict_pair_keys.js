// A map with pairs of ints as keys: every second cell of a grid is stored, then all are asked for.
// Arrays are not compared by their items as keys, so that a text stands for each pair.
const DEFAULT_N = 20;

function benchmark(n) {
  const table = new Map();
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      if ((x + y) % 2 === 0) table.set(`${x},${y}`, x * n + y);
    }
  }
  let total = 0;
  let missing = 0;
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      const key = `${x},${y}`;
      if (table.has(key)) {
        total = total + table.get(key);
      } else {
        missing = missing + 1;
      }
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
