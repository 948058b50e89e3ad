// A hundred balls move for fifty frames in a box; counts how often one hits a wall.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 1

var randomState int

func nextRandom() int {
	randomState = (randomState*1309 + 13849) % 65536
	return randomState
}

func magnitude(number int) int {
	if number < 0 {
		return -number
	}
	return number
}

type ball struct {
	x, y, xVelocity, yVelocity int
	bounced                    bool
}

func (b *ball) moved() *ball {
	b.x = b.x + b.xVelocity
	b.y = b.y + b.yVelocity
	b.bounced = false
	if b.x > 500 {
		b.x = 500
		b.xVelocity = 0 - magnitude(b.xVelocity)
		b.bounced = true
	}
	if b.x < 0 {
		b.x = 0
		b.xVelocity = magnitude(b.xVelocity)
		b.bounced = true
	}
	if b.y > 500 {
		b.y = 500
		b.yVelocity = 0 - magnitude(b.yVelocity)
		b.bounced = true
	}
	if b.y < 0 {
		b.y = 0
		b.yVelocity = magnitude(b.yVelocity)
		b.bounced = true
	}
	return b
}

func randomBall() *ball {
	x := nextRandom() % 500
	y := nextRandom() % 500
	xVelocity := nextRandom()%300 - 150
	yVelocity := nextRandom()%300 - 150
	return &ball{x, y, xVelocity, yVelocity, false}
}

func benchmark(n int) int {
	randomState = 74755
	bounces := 0
	for repetition := 0; repetition < n; repetition++ {
		var balls []*ball
		for i := 0; i < 100; i++ {
			balls = append(balls, randomBall())
		}
		for frame := 0; frame < 50; frame++ {
			for i := 0; i < 100; i++ {
				balls[i] = balls[i].moved()
				if balls[i].bounced {
					bounces = bounces + 1
				}
			}
		}
	}
	return bounces
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
