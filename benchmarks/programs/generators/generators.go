// A pipeline of generators: numbers, those that 3 does not divide, their squares, added up.
// Go has iterator functions for the purpose.
package main

import (
	"fmt"
	"iter"
	"os"
	"strconv"
	"time"
)

const defaultN = 100

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func withoutMultiples(numbers iter.Seq[int], divisor int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for number := range numbers {
			if number%divisor != 0 && !yield(number) {
				return
			}
		}
	}
}

func squares(numbers iter.Seq[int]) iter.Seq[int] {
	return func(yield func(int) bool) {
		for number := range numbers {
			if !yield(number * number % 1000003) {
				return
			}
		}
	}
}

func benchmark(n int) int {
	total := 0
	for square := range squares(withoutMultiples(count(n), 3)) {
		total = (total + square) % 1000003
	}
	return total
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
