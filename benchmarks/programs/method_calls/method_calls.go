// Methods that return a new value, and one method name on two kinds of struct.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 20

type point struct{ x, y int }

func (p point) plus(other point) point { return point{p.x + other.x, p.y + other.y} }

func (p point) distance() int { return p.x + p.y }

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

type rectangle struct{ width, height int }

func (r rectangle) area() int { return r.width * r.height }

func benchmark(n int) int {
	shapes := []shape{square{2}, rectangle{3, 5}, square{4}, rectangle{1, 7}}
	position := point{0, 0}
	stride := point{1, 2}
	total := 0
	for i := 0; i < n; i++ {
		position = position.plus(stride)
		total = (total + shapes[i%4].area() + position.distance()) % 1000003
	}
	return total + position.x + position.y
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
