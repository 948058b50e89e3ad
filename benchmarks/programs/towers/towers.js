// Towers of Hanoi with 13 disks; a pile is a chain of disk handles.
const DEFAULT_N = 1;
const DISK_TOTAL = 13;
let piles = [];
let below = [];
let moves = 0;

function pushDisk(disk, pile) {
  const top = piles[pile];
  if (top >= 0 && disk >= top) throw new Error("Cannot put a big disk on a smaller one");
  below[disk] = top;
  piles[pile] = disk;
}

function popDisk(pile) {
  const top = piles[pile];
  if (top < 0) throw new Error("No disk on this pile");
  piles[pile] = below[top];
  below[top] = -1;
  return top;
}

function moveDisks(disks, source, target) {
  if (disks === 1) {
    pushDisk(popDisk(source), target);
    moves = moves + 1;
  } else {
    const other = 3 - source - target;
    moveDisks(disks - 1, source, other);
    moveDisks(1, source, target);
    moveDisks(disks - 1, other, target);
  }
}

function benchmark(n) {
  moves = 0;
  for (let repetition = 0; repetition < n; repetition++) {
    piles = [-1, -1, -1];
    below = [];
    for (let disk = 0; disk < DISK_TOTAL; disk++) below.push(-1);
    for (let disk = DISK_TOTAL - 1; disk >= 0; disk--) pushDisk(disk, 0);
    moveDisks(DISK_TOTAL, 0, 1);
  }
  return moves;
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
