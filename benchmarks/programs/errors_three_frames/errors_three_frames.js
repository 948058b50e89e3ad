// Every fourth round throws an error that crosses three functions before it is caught.
const DEFAULT_N = 100;

function parseDigit(number) {
  if (number % 4 === 0) throw new Error("no digit here");
  return number % 10;
}

function parseNumber(number) {
  return parseDigit(number) * 10 + 1;
}

function parseLine(number) {
  return parseNumber(number) + (number % 3);
}

function benchmark(n) {
  let total = 0;
  let failures = 0;
  for (let i = 0; i < n; i++) {
    try {
      total = (total + parseLine(i)) % 1000003;
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
