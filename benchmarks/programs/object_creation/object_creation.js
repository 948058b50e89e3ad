// Creates n small records and keeps them in a list.
const DEFAULT_N = 100;

function benchmark(n) {
  const records = [];
  for (let i = 0; i < n; i++) {
    records.push({id: i, value: i * 2, name: "object"});
  }
  return records.length + records[n - 1].value;
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
