// A hundred balls move for fifty frames in a box; counts how often one hits a wall.
const DEFAULT_N = 1;
let randomState = 0;

function nextRandom() {
  randomState = (randomState * 1309 + 13849) % 65536;
  return randomState;
}

function magnitude(number) {
  if (number < 0) return -number;
  return number;
}

class Ball {
  constructor(x, y, xVelocity, yVelocity) {
    this.x = x;
    this.y = y;
    this.xVelocity = xVelocity;
    this.yVelocity = yVelocity;
    this.bounced = false;
  }

  moved() {
    this.x = this.x + this.xVelocity;
    this.y = this.y + this.yVelocity;
    this.bounced = false;
    if (this.x > 500) {
      this.x = 500;
      this.xVelocity = 0 - magnitude(this.xVelocity);
      this.bounced = true;
    }
    if (this.x < 0) {
      this.x = 0;
      this.xVelocity = magnitude(this.xVelocity);
      this.bounced = true;
    }
    if (this.y > 500) {
      this.y = 500;
      this.yVelocity = 0 - magnitude(this.yVelocity);
      this.bounced = true;
    }
    if (this.y < 0) {
      this.y = 0;
      this.yVelocity = magnitude(this.yVelocity);
      this.bounced = true;
    }
    return this;
  }
}

function randomBall() {
  const x = nextRandom() % 500;
  const y = nextRandom() % 500;
  const xVelocity = nextRandom() % 300 - 150;
  const yVelocity = nextRandom() % 300 - 150;
  return new Ball(x, y, xVelocity, yVelocity);
}

function benchmark(n) {
  randomState = 74755;
  let bounces = 0;
  for (let repetition = 0; repetition < n; repetition++) {
    const balls = [];
    for (let i = 0; i < 100; i++) balls.push(randomBall());
    for (let frame = 0; frame < 50; frame++) {
      for (let i = 0; i < 100; i++) {
        balls[i] = balls[i].moved();
        if (balls[i].bounced) bounces = bounces + 1;
      }
    }
  }
  return bounces;
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
