// Sorts n pseudo-random integers with the language's own sort.
// Without a comparator JavaScript would sort numbers as texts.
const DEFAULT_N = 100;

function randomNumbers(length) {
  const numbers = [];
  let state = 42;
  for (let i = 0; i < length; i++) {
    state = (state * 16807) % 2147483647;
    numbers.push(state);
  }
  return numbers;
}

function benchmark(n) {
  const ordered = randomNumbers(n).sort((a, b) => a - b);
  let check = 0;
  for (let i = 0; i < n; i++) check = (check + ordered[i] * (i % 7 + 1)) % 1000003;
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
