// Appends one character to a string in each of n rounds.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 100

func benchmark(n int) int {
	built := ""
	for i := 0; i < n; i++ {
		built = built + "x"
	}
	return len(built)
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
