// Five bodies that attract each other, moved with methods on vectors of three floats.
// JavaScript has no overloading of operators: methods stand for them.
const DEFAULT_N = 100;

const STEP = 0.001;

class Vector {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  plus(other) {
    return new Vector(this.x + other.x, this.y + other.y, this.z + other.z);
  }

  minus(other) {
    return new Vector(this.x - other.x, this.y - other.y, this.z - other.z);
  }

  times(factor) {
    return new Vector(this.x * factor, this.y * factor, this.z * factor);
  }

  dot(other) {
    return this.x * other.x + this.y * other.y + this.z * other.z;
  }

  cross(other) {
    return new Vector(this.y * other.z - this.z * other.y, this.z * other.x - this.x * other.z,
                      this.x * other.y - this.y * other.x);
  }
}

class Body {
  constructor(position, velocity, mass) {
    this.position = position;
    this.velocity = velocity;
    this.mass = mass;
  }
}

function makeBodies() {
  const bodies = [];
  for (let i = 0; i < 5; i++) {
    const distance = i * 5;
    bodies.push(new Body(new Vector(distance, distance * 0.5, 1.0 - distance * 0.1),
                         new Vector(0.1 * i, 1.0 - 0.2 * i, 0.05 * i), 40.0 / (1.0 + distance)));
  }
  return bodies;
}

function advance(bodies) {
  const count = bodies.length;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      if (j > i) {
        const between = bodies[i].position.minus(bodies[j].position);
        const squared = between.dot(between);
        const pull = STEP / (squared * Math.sqrt(squared));
        bodies[i].velocity = bodies[i].velocity.minus(between.times(bodies[j].mass * pull));
        bodies[j].velocity = bodies[j].velocity.plus(between.times(bodies[i].mass * pull));
      }
    }
  }
  for (let i = 0; i < count; i++) bodies[i].position = bodies[i].position.plus(bodies[i].velocity.times(STEP));
}

function angularMomentum(bodies) {
  let momentum = new Vector(0.0, 0.0, 0.0);
  for (const body of bodies) momentum = momentum.plus(body.position.cross(body.velocity).times(body.mass));
  return momentum;
}

function benchmark(n) {
  const bodies = makeBodies();
  for (let i = 0; i < n; i++) advance(bodies);
  const momentum = angularMomentum(bodies);
  const total = 1000.0 + momentum.dot(momentum) + bodies[0].position.x;
  return Math.trunc(total * 1000000.0);
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
