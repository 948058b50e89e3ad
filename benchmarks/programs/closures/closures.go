// Closures made in a loop, mapped and folded over a list of a thousand integers.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 2

func mapList(list []int, f func(int) int) []int {
	var mapped []int
	for _, item := range list {
		mapped = append(mapped, f(item))
	}
	return mapped
}

func filterList(list []int, f func(int) bool) []int {
	var kept []int
	for _, item := range list {
		if f(item) {
			kept = append(kept, item)
		}
	}
	return kept
}

func reduceList(list []int, initial int, f func(int, int) int) int {
	folded := initial
	for _, item := range list {
		folded = f(folded, item)
	}
	return folded
}

func adder(offset int) func(int) int {
	return func(number int) int { return number + offset }
}

func benchmark(n int) int {
	var numbers []int
	for i := 0; i < 1000; i++ {
		numbers = append(numbers, i)
	}
	total := 0
	for repetition := 0; repetition < n; repetition++ {
		shift := adder(repetition)
		shifted := mapList(numbers, shift)
		even := filterList(shifted, func(number int) bool { return number%2 == 0 })
		total = reduceList(even, total, func(folded, number int) int { return (folded + number) % 1000003 })
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
