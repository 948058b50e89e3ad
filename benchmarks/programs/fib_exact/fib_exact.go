// Iterative Fibonacci with integers of any size: the result has every digit.
package main

import (
	"fmt"
	"math/big"
	"os"
	"strconv"
	"time"
)

const defaultN = 300

func benchmark(n int) *big.Int {
	previous := big.NewInt(0)
	current := big.NewInt(1)
	for step := 1; step < n; step++ {
		following := new(big.Int).Add(previous, current)
		previous = current
		current = following
	}
	return current
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
