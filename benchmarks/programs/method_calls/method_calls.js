// Methods that return a new value, and one method name on two kinds of struct.
const DEFAULT_N = 20;

class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }

  plus(other) {
    return new Point(this.x + other.x, this.y + other.y);
  }

  distance() {
    return this.x + this.y;
  }
}

class Square {
  constructor(side) {
    this.side = side;
  }

  area() {
    return this.side * this.side;
  }
}

class Rectangle {
  constructor(width, height) {
    this.width = width;
    this.height = height;
  }

  area() {
    return this.width * this.height;
  }
}

function benchmark(n) {
  const shapes = [new Square(2), new Rectangle(3, 5), new Square(4), new Rectangle(1, 7)];
  let position = new Point(0, 0);
  const stride = new Point(1, 2);
  let total = 0;
  for (let i = 0; i < n; i++) {
    position = position.plus(stride);
    total = (total + shapes[i % 4].area() + position.distance()) % 1000003;
  }
  return total + position.x + position.y;
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
