// A try in every round of a loop; one round in a hundred throws.
const DEFAULT_N = 1000;

function checked(number) {
  if (number % 100 === 0) throw new Error("unlucky number");
  return number;
}

function benchmark(n) {
  let total = 0;
  let failures = 0;
  for (let i = 0; i < n; i++) {
    try {
      total = total + checked(i);
    } catch (e) {
      failures = failures + e.message.length;
    }
  }
  return total + failures;
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
