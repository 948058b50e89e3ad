// Takeuchi's function on linked lists; a link is the index of a cell in one growing list.
const DEFAULT_N = 1;
let cells = [];

class Cell {
  constructor(value, next) {
    this.value = value;
    this.next = next;
  }
}

function makeList(length) {
  if (length === 0) return -1;
  const rest = makeList(length - 1);
  cells.push(new Cell(length, rest));
  return cells.length - 1;
}

function listLength(cell) {
  if (cell < 0) return 0;
  return 1 + listLength(cells[cell].next);
}

function isShorter(x, y) {
  while (y >= 0) {
    if (x < 0) return true;
    x = cells[x].next;
    y = cells[y].next;
  }
  return false;
}

function tail(x, y, z) {
  if (isShorter(y, x)) {
    return tail(tail(cells[x].next, y, z), tail(cells[y].next, z, x), tail(cells[z].next, x, y));
  }
  return z;
}

function benchmark(n) {
  let total = 0;
  for (let repetition = 0; repetition < n; repetition++) {
    cells = [];
    const longest = makeList(15);
    const middle = makeList(10);
    const shortest = makeList(6);
    const found = tail(longest, middle, shortest);
    total = total + listLength(found) * 100 + cells[found].value;
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
