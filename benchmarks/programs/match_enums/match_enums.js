// Expressions as tagged objects with payloads: builds one, evaluates it, and derives it into a new one.
const DEFAULT_N = 1;

const NUMBER = 0;
const VARIABLE = 1;
const NEGATED = 2;
const SUM = 3;
const PRODUCT = 4;

class Expr {
  constructor(kind, value, first, second) {
    this.kind = kind;
    this.value = value;
    this.first = first;
    this.second = second;
  }
}

function build(depth, seed) {
  if (depth === 0) {
    if (seed % 3 === 0) return new Expr(VARIABLE, 0, null, null);
    return new Expr(NUMBER, seed % 10, null, null);
  }
  if (seed % 5 === 0) return new Expr(NEGATED, 0, build(depth - 1, seed + 1), null);
  const first = build(depth - 1, seed * 2 + 1);
  const second = build(depth - 1, seed * 3 + 2);
  return new Expr(seed % 2 === 0 ? SUM : PRODUCT, 0, first, second);
}

function evaluate(expr, x) {
  switch (expr.kind) {
    case NUMBER: return expr.value;
    case VARIABLE: return x;
    case NEGATED: return -evaluate(expr.first, x);
    case SUM: return (evaluate(expr.first, x) + evaluate(expr.second, x)) % 1000003;
    case PRODUCT: return (evaluate(expr.first, x) * evaluate(expr.second, x)) % 1000003;
  }
}

function derive(expr) {
  switch (expr.kind) {
    case NUMBER: return new Expr(NUMBER, 0, null, null);
    case VARIABLE: return new Expr(NUMBER, 1, null, null);
    case NEGATED: return new Expr(NEGATED, 0, derive(expr.first), null);
    case SUM: return new Expr(SUM, 0, derive(expr.first), derive(expr.second));
    case PRODUCT: return new Expr(SUM, 0, new Expr(PRODUCT, 0, derive(expr.first), expr.second),
                                  new Expr(PRODUCT, 0, expr.first, derive(expr.second)));
  }
}

function benchmark(n) {
  const expr = build(7, 1);
  let total = 0;
  for (let i = 0; i < n; i++) {
    total = (total + evaluate(expr, i % 10)) % 1000003;
    total = (total + evaluate(derive(expr), i % 7)) % 1000003;
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
