// A pipeline of generators: numbers, those that 3 does not divide, their squares, added up.
const DEFAULT_N = 100;

function* count(n) {
  for (let i = 0; i < n; i++) yield i;
}

function* withoutMultiples(numbers, divisor) {
  for (const number of numbers) {
    if (number % divisor !== 0) yield number;
  }
}

function* squares(numbers) {
  for (const number of numbers) yield (number * number) % 1000003;
}

function benchmark(n) {
  let total = 0;
  for (const square of squares(withoutMultiples(count(n), 3))) total = (total + square) % 1000003;
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
