// Sorts n records with a comparator: by key, then by descending number.
const DEFAULT_N = 100;

class Record {
  constructor(key, number) {
    this.key = key;
    this.number = number;
  }
}

function randomRecords(length) {
  const records = [];
  let state = 42;
  for (let i = 0; i < length; i++) {
    state = (state * 16807) % 2147483647;
    records.push(new Record(state % 1000, i));
  }
  return records;
}

function compare(a, b) {
  if (a.key !== b.key) return a.key - b.key;
  return b.number - a.number;
}

function benchmark(n) {
  const ordered = randomRecords(n).sort(compare);
  let check = 0;
  for (let i = 0; i < n; i++) check = (check + ordered[i].number * (i % 7 + 1)) % 1000003;
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
