// Five bodies that attract each other, moved with methods on vectors of three floats.
// Go has no overloading of operators: methods stand for them.
package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"time"
)

const defaultN = 100

const step = 0.001

type vector struct{ x, y, z float64 }

func (a vector) plus(b vector) vector { return vector{a.x + b.x, a.y + b.y, a.z + b.z} }

func (a vector) minus(b vector) vector { return vector{a.x - b.x, a.y - b.y, a.z - b.z} }

func (a vector) times(factor float64) vector {
	return vector{a.x * factor, a.y * factor, a.z * factor}
}

func (a vector) dot(b vector) float64 { return a.x*b.x + a.y*b.y + a.z*b.z }

func (a vector) cross(b vector) vector {
	return vector{a.y*b.z - a.z*b.y, a.z*b.x - a.x*b.z, a.x*b.y - a.y*b.x}
}

type body struct {
	position, velocity vector
	mass               float64
}

func makeBodies() []body {
	var bodies []body
	for i := 0.0; i < 5.0; i++ {
		distance := i * 5.0
		bodies = append(bodies, body{vector{distance, distance * 0.5, 1.0 - distance*0.1},
			vector{0.1 * i, 1.0 - 0.2*i, 0.05 * i}, 40.0 / (1.0 + distance)})
	}
	return bodies
}

func advance(bodies []body) {
	count := len(bodies)
	for i := 0; i < count; i++ {
		for j := 0; j < count; j++ {
			if j > i {
				between := bodies[i].position.minus(bodies[j].position)
				squared := between.dot(between)
				pull := step / (squared * math.Sqrt(squared))
				bodies[i].velocity = bodies[i].velocity.minus(between.times(bodies[j].mass * pull))
				bodies[j].velocity = bodies[j].velocity.plus(between.times(bodies[i].mass * pull))
			}
		}
	}
	for i := 0; i < count; i++ {
		bodies[i].position = bodies[i].position.plus(bodies[i].velocity.times(step))
	}
}

func angularMomentum(bodies []body) vector {
	momentum := vector{}
	for _, b := range bodies {
		momentum = momentum.plus(b.position.cross(b.velocity).times(b.mass))
	}
	return momentum
}

func benchmark(n int) int {
	bodies := makeBodies()
	for i := 0; i < n; i++ {
		advance(bodies)
	}
	momentum := angularMomentum(bodies)
	total := 1000.0 + momentum.dot(momentum) + bodies[0].position.x
	return int(total * 1000000.0)
}

func main() {
	settings := []int{defaultN, 0, 1}
	for i := range settings {
		if i+1 < len(os.Args) {
			settings[i], _ = strconv.Atoi(os.Args[i+1])
		}
	}
	warmup := settings[1]
	var result any
	for step := 0; step < warmup+settings[2]; step++ {
		start := time.Now()
		result = benchmark(settings[0])
		elapsed := time.Since(start)
		if step >= warmup {
			fmt.Printf("time_ms: %f\n", float64(elapsed.Nanoseconds())/1e6)
		}
	}
	fmt.Printf("result: %v\n", result)
}
