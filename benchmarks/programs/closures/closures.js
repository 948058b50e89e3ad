// Closures made in a loop, mapped and folded over a list of a thousand integers.
const DEFAULT_N = 2;

function adder(offset) {
  return (number) => number + offset;
}

function benchmark(n) {
  const numbers = [];
  for (let i = 0; i < 1000; i++) numbers.push(i);
  let total = 0;
  for (let repetition = 0; repetition < n; repetition++) {
    const shift = adder(repetition);
    const shifted = numbers.map(shift);
    const even = shifted.filter((number) => number % 2 === 0);
    total = even.reduce((folded, number) => (folded + number) % 1000003, total);
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
