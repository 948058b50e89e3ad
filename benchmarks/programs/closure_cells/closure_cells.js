// Closures that change what they have captured: counters with a cell of their own, accounts whose two functions share one.
const DEFAULT_N = 100;

function makeCounter(step) {
  let count = 0;
  return () => {
    count = (count + step) % 1000003;
    return count;
  };
}

function makeAccount(balance) {
  const deposit = (amount) => {
    balance = (balance + amount) % 1000003;
  };
  const read = () => balance;
  return [deposit, read];
}

function benchmark(n) {
  const counters = [makeCounter(1), makeCounter(2), makeCounter(3), makeCounter(5)];
  const [deposit, read] = makeAccount(100);
  let total = 0;
  for (let i = 0; i < n; i++) {
    if (i % 10 === 0) counters[(i / 10) % 4] = makeCounter(i % 7);
    const counter = counters[i % 4];
    deposit(counter());
    total = (total + read()) % 1000003;
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
