// Richards, a simulation of the kernel of an operating system: six tasks that pass packets.
// Tasks and packets are handles: indices into two lists of objects.
const DEFAULT_N = 1;

const IDLE = 0;
const WORKER = 1;
const HANDLER_A = 2;
const HANDLER_B = 3;
const DEVICE_A = 4;
const DEVICE_B = 5;

const DEVICE_PACKET = 0;
const WORK_PACKET = 1;

const NOTHING = -1;
const IDLE_COUNT = 1000;

class Packet {
  constructor(link, target, kind) {
    this.link = link;
    this.target = target;
    this.kind = kind;
    this.datum = 0;
    this.data = [0, 0, 0, 0];
  }
}

// first and second: idle task: control word and count; worker: last handler and letter; handler: queues of
// work and device packets; device: pending packet.
class Task {
  constructor(link, priority, input, waiting, first, second) {
    this.link = link;
    this.priority = priority;
    this.input = input;
    this.packetPending = input !== NOTHING;
    this.waiting = waiting;
    this.holding = false;
    this.first = first;
    this.second = second;
  }
}

let packets = [];
let tasks = [];
let current = 0;
let queueCount = 0;
let holdCount = 0;

function newPacket(link, target, kind) {
  packets.push(new Packet(link, target, kind));
  return packets.length - 1;
}

function newTask(priority, input, isWaiting, first, second) {
  tasks.push(new Task(tasks.length - 1, priority, input, isWaiting, first, second));
}

// A queue with a packet at its end.
function appended(queue, packet) {
  packets[packet].link = NOTHING;
  if (queue === NOTHING) return packet;
  let last = queue;
  while (packets[last].link !== NOTHING) last = packets[last].link;
  packets[last].link = packet;
  return queue;
}

// Each of these ends a turn and returns the task that runs next.
function waitCurrent() {
  tasks[current].waiting = true;
  return current;
}

function holdCurrent() {
  holdCount = holdCount + 1;
  tasks[current].holding = true;
  return tasks[current].link;
}

function release(task) {
  tasks[task].holding = false;
  return tasks[task].priority > tasks[current].priority ? task : current;
}

function send(packet) {
  const target = packets[packet].target;
  queueCount = queueCount + 1;
  packets[packet].link = NOTHING;
  packets[packet].target = current;
  if (tasks[target].input !== NOTHING) {
    tasks[target].input = appended(tasks[target].input, packet);
    return current;
  }
  tasks[target].input = packet;
  tasks[target].packetPending = true;
  return tasks[target].priority > tasks[current].priority ? target : current;
}

function runIdle() {
  tasks[IDLE].second = tasks[IDLE].second - 1;
  if (tasks[IDLE].second === 0) return holdCurrent();
  const control = tasks[IDLE].first;
  if (control % 2 === 0) {
    tasks[IDLE].first = control >> 1;
    return release(DEVICE_A);
  }
  tasks[IDLE].first = (control >> 1) ^ 53256;
  return release(DEVICE_B);
}

function runWorker(packet) {
  if (packet === NOTHING) return waitCurrent();
  tasks[WORKER].first = tasks[WORKER].first === HANDLER_A ? HANDLER_B : HANDLER_A;
  packets[packet].target = tasks[WORKER].first;
  packets[packet].datum = 0;
  for (let i = 0; i < 4; i++) {
    tasks[WORKER].second = tasks[WORKER].second + 1;
    if (tasks[WORKER].second > 26) tasks[WORKER].second = 1;
    packets[packet].data[i] = tasks[WORKER].second;
  }
  return send(packet);
}

function runHandler(packet) {
  const me = current;
  if (packet !== NOTHING) {
    if (packets[packet].kind === WORK_PACKET) {
      tasks[me].first = appended(tasks[me].first, packet);
    } else {
      tasks[me].second = appended(tasks[me].second, packet);
    }
  }
  const work = tasks[me].first;
  if (work === NOTHING) return waitCurrent();
  const count = packets[work].datum;
  if (count >= 4) {
    tasks[me].first = packets[work].link;
    return send(work);
  }
  const device = tasks[me].second;
  if (device === NOTHING) return waitCurrent();
  tasks[me].second = packets[device].link;
  packets[device].datum = packets[work].data[count];
  packets[work].datum = count + 1;
  return send(device);
}

function runDevice(packet) {
  if (packet !== NOTHING) {
    tasks[current].first = packet;
    return holdCurrent();
  }
  const pending = tasks[current].first;
  if (pending === NOTHING) return waitCurrent();
  tasks[current].first = NOTHING;
  return send(pending);
}

function runCurrent() {
  let packet = NOTHING;
  const task = tasks[current];
  if (task.packetPending && task.waiting && !task.holding) {
    packet = task.input;
    task.input = packets[packet].link;
    task.packetPending = task.input !== NOTHING;
    task.waiting = false;
  }
  if (current === IDLE) return runIdle();
  if (current === WORKER) return runWorker(packet);
  if (current < DEVICE_A) return runHandler(packet);
  return runDevice(packet);
}

function schedule() {
  current = tasks.length - 1;
  while (current !== NOTHING) {
    const task = tasks[current];
    if (task.holding || (task.waiting && !task.packetPending)) {
      current = task.link;
    } else {
      current = runCurrent();
    }
  }
}

function threePackets(target) {
  let queue = NOTHING;
  for (let i = 0; i < 3; i++) queue = newPacket(queue, target, DEVICE_PACKET);
  return queue;
}

function runSimulation() {
  packets = [];
  tasks = [];
  queueCount = 0;
  holdCount = 0;
  newTask(0, NOTHING, false, 1, IDLE_COUNT);
  newTask(1000, newPacket(newPacket(NOTHING, WORKER, WORK_PACKET), WORKER, WORK_PACKET), true, HANDLER_A, 0);
  newTask(2000, threePackets(DEVICE_A), true, NOTHING, NOTHING);
  newTask(3000, threePackets(DEVICE_B), true, NOTHING, NOTHING);
  newTask(4000, NOTHING, true, NOTHING, 0);
  newTask(5000, NOTHING, true, NOTHING, 0);
  schedule();
}

function benchmark(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    runSimulation();
    total = total + queueCount * 1000 + holdCount;
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
