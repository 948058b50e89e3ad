// Two async functions hand a number to and fro; the answer comes only after the event loop has had its turn.
const DEFAULT_N = 100;

async function pong(number) {
  await null;
  return (number * 3 + 1) % 1000003;
}

async function ping(rounds) {
  let number = 1;
  for (let i = 0; i < rounds; i++) number = await pong(number + i);
  return number;
}

function benchmark(n) {
  return ping(n);
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
